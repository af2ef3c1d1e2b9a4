-- wrk -s load.lua URL -- TOKENS_FILE METHOD: every request is the next tenant's; every PUT is a new value.
-- TOKENS_FILE has lines "path<TAB>token". Ends with one line "RESULT <requests/s> <p50 ms> <p99 ms> <errors>".

local requests, position, written = {}, 0, 0
local COUNTER = "%010d"
local body = '{"settings1":"settings1 value","list":[{"id":0,"name":"item 0"}],"write":"' .. COUNTER .. '"}'

function init(arguments)
  local file, method = arguments[1], arguments[2]
  local placeholder = method == "PUT" and string.format(body, 0) or nil
  for line in io.lines(file) do
    local path, token = line:match("^(.-)\t(.+)$")
    local headers = {
      ["Authorization"] = "JWT " .. token,
      ["Accept"] = "application/json",
      ["Content-Type"] = placeholder and "application/json" or nil,
    }
    local request = wrk.format(method, path, headers, placeholder)
    requests[#requests + 1] = placeholder and request:sub(1, -#placeholder - 1) or request
  end
  put = placeholder ~= nil
  written = os.time() % 100000 * 10000 -- another run must not write the values of the last one again
end

function request()
  position = position % #requests + 1
  if not put then
    return requests[position]
  end
  written = written + 1
  return requests[position] .. string.format(body, written)
end

function done(summary, latency)
  local errors = summary.errors.connect + summary.errors.read + summary.errors.write
  errors = errors + summary.errors.status + summary.errors.timeout
  local perSecond = summary.requests / (summary.duration / 1e6)
  local p50, p99 = latency:percentile(50) / 1e3, latency:percentile(99) / 1e3
  io.write(string.format("RESULT %.0f %.2f %.2f %d\n", perSecond, p50, p99, errors))
end
