-- One kind of request over and over; prints what came of it as a line of JSON.
-- wrk … -- KIND KEY ALERT FIRST-NUMBER
local kind, number, request_text

local paths = {
  list = "/v1/alerts",
  get = "/v1/alerts/%s",
  status = "/v1/alerts/%s/status",
}

function init(arguments)
  kind = arguments[1]
  number = tonumber(arguments[4])
  wrk.headers["X-API-Key"] = arguments[2]
  if paths[kind] then
    request_text = wrk.format("GET", string.format(paths[kind], arguments[3]))
  else
    wrk.headers["Content-Type"] = "application/json"
  end
  if kind == "create_alert" then
    request_text = wrk.format("POST", "/v1/alerts", nil,
      '{"title":"Database failover","message":"The primary of the billing database failed over to '
      .. 'its replica. Writes were refused for eleven seconds. No action is needed.",'
      .. '"priority":"high","delivery_method":"sms",'
      .. '"recipient_filters":{"tags":["on-call"],"active_only":true}}')
  end
end

function request()
  if request_text then return request_text end
  number = number + 1
  return wrk.format("POST", "/v1/recipients", nil, string.format(
    '{"name":"Grace Hopper","phone_number":"+1%d","preferences":{"sms_enabled":true,'
    .. '"voice_enabled":true},"tags":["new","team-%d"]}', number, number % 20))
end

function done(summary, latency)
  print(string.format(
    '{"requests":%d,"seconds":%.6f,"failed":%d,"p50_ms":%.3f,"p99_ms":%.3f,"max_ms":%.3f}',
    summary.requests, summary.duration / 1e6,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write
    + summary.errors.timeout,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, latency.max / 1e3))
end
