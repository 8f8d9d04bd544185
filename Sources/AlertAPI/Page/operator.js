"use strict";
// Data becomes text and never markup: nothing here writes HTML.

const content = document.getElementById("content");
const problem = document.getElementById("problem");
const live = document.getElementById("live");
const forget = document.getElementById("forget");
let key = sessionStorage.getItem("key") || localStorage.getItem("key");
let refresh = () => {};

/** What the API answered that is no success. */
class Refusal extends Error {
  constructor(status, body, wait) {
    super(body?.error?.message || `the service answered ${status}`);
    this.status = status;
    this.fields = body?.error?.fields || [];
    this.wait = wait;
  }
}

async function call(method, path, body, headers = {}) {
  const response = await fetch(path, {
    method,
    headers: { "X-API-Key": key, ...(body ? { "Content-Type": "application/json" } : {}), ...headers },
    body: body && JSON.stringify(body),
  });
  const wait = Number(response.headers.get("Retry-After")) || 1;
  if (response.status === 429 && method === "GET") {
    tell(`Too many requests; trying again in ${wait} s`);
    await new Promise((done) => setTimeout(done, wait * 1000));
    return call(method, path, body, headers);
  }
  const text = await response.text();
  const json = text ? JSON.parse(text) : null;
  if (!response.ok) throw new Refusal(response.status, json, wait);
  return { json, etag: response.headers.get("ETag") };
}

function tell(text) {
  problem.textContent = text || "";
  problem.hidden = !text;
}

/** Does something, and tells what went wrong. */
async function trying(body) {
  try {
    tell("");
    return await body();
  } catch (error) {
    if (error.status === 401) return askForKey(error.message);
    tell(error instanceof Refusal ? error.message : "The service can't be reached; trying goes on.");
  }
}

function page(name, title) {
  const clone = document.getElementById(name).content.cloneNode(true);
  content.replaceChildren(clone);
  document.title = `${title} – BizComms`;
  for (const link of document.querySelectorAll("nav a")) {
    if (location.hash.startsWith(link.getAttribute("href"))) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  return content;
}

function cell(row, name, value) {
  const data = row.insertCell();
  data.dataset.name = name;
  if (value instanceof Node) data.append(value);
  else data.textContent = value;
}

function link(text, href) {
  const anchor = document.createElement("a");
  anchor.textContent = text;
  anchor.href = href;
  return anchor;
}

function time(text) {
  if (!text) return "–";
  const element = document.createElement("time");
  element.dateTime = text;
  element.title = text;
  element.textContent = new Date(text).toLocaleString();
  return element;
}

function facts(list, pairs) {
  list.replaceChildren(...pairs.map(([name, value]) => {
    const group = document.createElement("div");
    const term = document.createElement("dt");
    const detail = document.createElement("dd");
    term.textContent = name;
    detail.append(value);
    group.append(term, detail);
    return group;
  }));
}

/** A list that grows by its cursor. */
function list(root, load, fill) {
  const rows = root.querySelector("tbody");
  const more = root.querySelector(".more");
  const empty = root.querySelector(".empty");
  let cursor = null;
  const show = async (from) => {
    const answer = await load(from);
    if (!from) rows.replaceChildren();
    for (const element of answer.elements) fill(rows.insertRow(), element);
    cursor = answer.next;
    more.hidden = !cursor;
    empty.hidden = rows.rows.length > 0;
  };
  more.addEventListener("click", () => trying(() => show(cursor)));
  return () => trying(() => show(null));
}

function query(form, cursor) {
  const values = [...new FormData(form)].filter(([, value]) => value);
  if (cursor) values.push(["cursor", cursor]);
  const text = new URLSearchParams(values).toString();
  return text ? `?${text}` : "";
}

const tags = (text) => text.split(",").map((tag) => tag.trim()).filter(Boolean);

/** Shows what is wrong next to its field, and goes to the first. */
function showProblems(form, error) {
  clearProblems(form);
  let first;
  const rest = [];
  for (const { field, problem: text } of error.fields || []) {
    const name = field.replace(/^recipient_filters\./, "").replace(/\[\d+\]$/, "");
    const input = form.elements[field] || form.elements[name];
    if (!input) { rest.push(`${field} ${text}`); continue; }
    const note = document.createElement("span");
    note.className = "wrong";
    note.id = `wrong-${name}`;
    note.textContent = text;
    input.setAttribute("aria-invalid", "true");
    input.setAttribute("aria-describedby", note.id);
    input.closest("label").append(note);
    first = first || input;
  }
  if (first) first.focus();
  if (!first || rest.length) tell([first ? "" : error.message, ...rest].filter(Boolean).join("; "));
}

function clearProblems(form) {
  tell("");
  for (const note of form.querySelectorAll(".wrong")) note.remove();
  for (const input of form.querySelectorAll("[aria-invalid]")) {
    input.removeAttribute("aria-invalid");
    input.removeAttribute("aria-describedby");
  }
}

/** Sends a form once, however often its button is pressed. */
function sending(form, send) {
  const button = form.querySelector("button:not([type=button])");
  const done = form.querySelector(".done");
  let name = crypto.randomUUID();
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (button.disabled) return;
    button.disabled = true;
    done.textContent = "";
    try {
      clearProblems(form);
      done.textContent = await send(name);
      name = crypto.randomUUID();
      refresh();
    } catch (error) {
      if (error.status === 401) askForKey(error.message);
      else if (error instanceof Refusal) {
        showProblems(form, error);
        // What was refused is another request once it is mended.
        name = crypto.randomUUID();
      } else tell("The service can't be reached; press again, it is sent once.");
    } finally {
      button.disabled = false;
    }
  });
}

function showAlerts() {
  const root = page("alerts-page", "Alerts");
  const filters = root.querySelector(".filters");
  refresh = list(root, async (cursor) => {
    const { json } = await call("GET", `/v1/alerts${query(filters, cursor)}`);
    return { elements: json.alerts, next: json.next_cursor };
  }, (row, alert) => {
    cell(row, "Title", link(alert.title, `#/alerts/${alert.alert_id}`));
    cell(row, "Status", alert.status);
    cell(row, "Priority", alert.priority);
    cell(row, "Method", alert.delivery_method);
    cell(row, "Recipients", String(alert.estimated_recipients));
    cell(row, "Created", time(alert.created_at));
  });
  filters.addEventListener("change", () => refresh());
  const form = root.querySelector("form.new");
  sending(form, async (name) => {
    const values = form.elements;
    const { json } = await call("POST", "/v1/alerts", {
      title: values.title.value, message: values.message.value, priority: values.priority.value,
      delivery_method: values.delivery_method.value,
      recipient_filters: { tags: tags(values.tags.value), active_only: values.active_only.checked },
    }, { "Idempotency-Key": name });
    form.reset();
    return `Accepted for ${json.estimated_recipients} recipients.`;
  });
  refresh();
}

function showAlert(id) {
  const root = page("alert-page", "Alert");
  const cancel = root.querySelector(".cancel");
  let etag;
  const deliveries = list(root, async (cursor) => {
    const { json } = await call("GET", `/v1/alerts/${id}/status${cursor ? `?cursor=${cursor}` : ""}`);
    facts(root.querySelector(".counts"), [
      ["Recipients", String(json.total_recipients)],
      ...Object.entries(json.delivery_status).map(([name, count]) => [name, String(count)]),
    ]);
    return { elements: json.deliveries, next: json.next_cursor };
  }, (row, delivery) => {
    cell(row, "Recipient", delivery.recipient_id);
    cell(row, "Number", delivery.phone_number);
    cell(row, "Status", delivery.status + (delivery.error_code ? ` (${delivery.error_code})` : ""));
    cell(row, "Sent", time(delivery.sent_at));
    cell(row, "Delivered", time(delivery.delivered_at));
  });
  refresh = () => trying(async () => {
    const answer = await call("GET", `/v1/alerts/${id}`);
    const alert = answer.json;
    etag = answer.etag;
    root.querySelector("h2").textContent = alert.title;
    root.querySelector(".message").textContent = alert.message;
    facts(root.querySelector(".facts"), [
      ["Status", alert.status], ["Priority", alert.priority], ["Method", alert.delivery_method],
      ["Tags", alert.recipient_filters.tags.join(", ") || "everybody"],
      ["Created", time(alert.created_at)], ["ID", alert.alert_id],
    ]);
    cancel.hidden = !["queued", "sending"].includes(alert.status);
    await deliveries();
  });
  cancel.addEventListener("click", () => {
    if (!confirm("Cancel this alert? What was sent stays sent.")) return;
    trying(async () => {
      await call("DELETE", `/v1/alerts/${id}`, null, { "If-Match": etag });
      await refresh();
    });
  });
  refresh();
}

function showRecipients() {
  const root = page("recipients-page", "Recipients");
  const filters = root.querySelector(".filters");
  const form = root.querySelector("form.new");
  const title = root.querySelector("#recipient-form-title");
  const leave = root.querySelector(".leave");
  let edited = null;
  const stopEditing = () => {
    edited = null;
    form.reset();
    clearProblems(form);
    title.textContent = "New recipient";
    leave.hidden = true;
  };
  const edit = (id) => trying(async () => {
    const { json, etag } = await call("GET", `/v1/recipients/${id}`);
    edited = { id, etag };
    form.elements.name.value = json.name;
    form.elements.phone_number.value = json.phone_number;
    form.elements["preferences.sms_enabled"].checked = json.preferences.sms_enabled;
    form.elements["preferences.voice_enabled"].checked = json.preferences.voice_enabled;
    form.elements.tags.value = json.tags.join(", ");
    form.elements.active.checked = json.active;
    title.textContent = `Change ${json.name}`;
    leave.hidden = false;
    form.elements.name.focus();
  });
  refresh = list(root, async (cursor) => {
    const { json } = await call("GET", `/v1/recipients${query(filters, cursor)}`);
    return { elements: json.recipients, next: json.next_cursor };
  }, (row, person) => {
    const { sms_enabled: sms, voice_enabled: voice } = person.preferences;
    cell(row, "Name", person.name);
    cell(row, "Number", person.phone_number);
    cell(row, "Reached by", [sms && "text message", voice && "call"].filter(Boolean).join(", ") || "nothing");
    cell(row, "Tags", person.tags.join(", ") || "–");
    cell(row, "State", person.opted_out ? "opted out" : person.active ? "active" : "not active");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Change";
    button.setAttribute("aria-label", `Change ${person.name}`);
    button.addEventListener("click", () => edit(person.recipient_id));
    cell(row, "", button);
  });
  filters.addEventListener("change", () => refresh());
  filters.addEventListener("submit", (event) => { event.preventDefault(); refresh(); });
  leave.addEventListener("click", stopEditing);
  sending(form, async (name) => {
    const values = form.elements;
    const body = {
      name: values.name.value, phone_number: values.phone_number.value,
      preferences: {
        sms_enabled: values["preferences.sms_enabled"].checked,
        voice_enabled: values["preferences.voice_enabled"].checked,
      },
      tags: tags(values.tags.value), active: values.active.checked,
    };
    if (edited) await call("PUT", `/v1/recipients/${edited.id}`, body, { "If-Match": edited.etag });
    else await call("POST", "/v1/recipients", body, { "Idempotency-Key": name });
    const text = `${body.name} is saved.`;
    stopEditing();
    return text;
  });
  refresh();
}

function askForKey(message) {
  key = null;
  sessionStorage.removeItem("key");
  localStorage.removeItem("key");
  forget.hidden = true;
  live.textContent = "Not connected";
  const form = page("key-page", "Key").querySelector("form");
  tell(message || "");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    key = form.elements.key.value.trim();
    if (!key) { form.elements.key.focus(); return; }
    (form.elements.remember.checked ? localStorage : sessionStorage).setItem("key", key);
    tell("");
    start();
  });
}

function show() {
  if (!key) { askForKey(); return; }
  forget.hidden = false;
  tell("");
  const [, name, id] = location.hash.split("/");
  if (name === "recipients") showRecipients();
  else if (name === "alerts" && id) showAlert(id);
  else showAlerts();
}

/** Reads news for as long as there is a key, and looks every five seconds where none come. */
async function follow() {
  let pause = 1;
  while (key) {
    const used = key;
    try {
      const response = await fetch("/v1/events", { headers: { "X-API-Key": used } });
      if (!response.ok) throw new Refusal(response.status);
      live.textContent = "Live";
      pause = 1;
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (;;) {
        const { value, done } = await reader.read();
        if (done || key !== used) break;
        if (value.includes("event: change")) refresh();
      }
    } catch (error) {
      if (error.status === 401) return;
    }
    if (!key) return;
    live.textContent = "Not live; looking again every few seconds";
    await new Promise((done) => setTimeout(done, pause * 1000));
    pause = Math.min(pause * 2, 5);
    refresh();
  }
}

function start() {
  show();
  follow();
}

forget.addEventListener("click", () => askForKey());
addEventListener("hashchange", () => {
  show();
  document.getElementById("main").focus();
});
start();
