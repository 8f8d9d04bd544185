# Two commands matter: `make generate` and `make test`. Each verb is a script in scripts/.
.DEFAULT_GOAL := help
# make reads `--check` as an option of its own, `--check-symlink-times`, and would write instead.
ifneq (,$(findstring L,$(firstword -$(MAKEFLAGS))))
$(error write `make generate ARGUMENTS=--check`)
endif
.PHONY: help generate run test rehearse soak fuzz sanitize bench check tools bindings

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo '  EVIDENCE=1    with `make test`: also write docs/evidence/test.md'
	@echo '  ARGUMENTS=…   passed on: make generate ARGUMENTS=--check'
	@echo '  LARGEST=100   with `make bench`: leave out fleets of more cells'
	@echo '  KILLS=100     with `make soak`: kill less often; MINUTES=1 for its load'
	@echo '  MINUTES=1     with `make fuzz`: in all (default 10); PARSERS=json for some of them'
	@echo '  BUILD=release with `make run`: an optimized build'
	@echo '  BUILD_PATH=…  where Swift builds (default .build)'

generate: ## compile cells/ and write out/; sets up what the build needs
	@scripts/generate $(ARGUMENTS)

run: ## the application on this machine, on parts that it brings along (ARGUMENTS='--port 8001')
	@BUILD='$(BUILD)' scripts/run $(ARGUMENTS)

test: ## everything in debug, a table of what ran, and the counts; sets up what is missing
	@EVIDENCE='$(EVIDENCE)' scripts/test

check: ## the fast part of `make test`: linters, and whether generated files are up to date
	@scripts/check

rehearse: ## apply out/production to an AWS emulator, change and destroy it (ARGUMENTS=staging)
	@scripts/rehearse $(ARGUMENTS)

soak: ## kill a cell 500 times while it delivers, then watch its memory; writes docs/evidence/soak.md
	@scripts/soak

fuzz: ## send what reads requests' bytes nobody thought of; writes docs/evidence/fuzz.md
	@scripts/fuzz

sanitize: ## the tests of the services under the thread sanitizer; writes docs/evidence/sanitize.md
	@scripts/sanitize

bench: ## measure the generator, the API and the worker beside others; writes docs/evidence (ARGUMENTS=api)
	@LARGEST='$(LARGEST)' scripts/bench $(ARGUMENTS)

tools: ## install what the other commands need
	@scripts/setup build
	@scripts/setup test

bindings: ## write Sources/TerraformAWS anew from the provider's schema
	@scripts/bindings $(ARGUMENTS)
