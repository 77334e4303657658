// The panel of the fake: shows the stream of updates and sends commands. Texts are set with textContent, never as HTML.
"use strict";

const MAX_CALLS = 500;
const byId = (id) => document.getElementById(id);
let run = null;
let errors = 0;

function cell(text, className) {
  const element = document.createElement("td");
  element.textContent = text;
  if (className) element.className = className;
  return element;
}

function outcome(call) {
  const element = cell(call.code ?? (call.executed ? "ok" : "no result"), "outcome");
  if (call.message) {
    const message = document.createElement("small");
    message.textContent = call.message;
    element.append(message);
  }
  return element;
}

function showCalls(calls) {
  const body = byId("calls");
  for (const call of calls) {
    const row = document.createElement("tr");
    row.className = call.code ? "error" : call.executed ? "" : "lost";
    row.append(
      cell(call.number, "number"),
      cell(new Date(call.arrived_at * 1000).toISOString().slice(11, 23), "time"),
      cell(call.action || "(none)"),
      cell(call.parameters === null ? "" : JSON.stringify(call.parameters), "data"),
      cell(call.region),
      outcome(call),
    );
    body.prepend(row);
    if (call.code) errors += 1;
    byId("total").textContent = call.number;
  }
  byId("errors").textContent = errors;
  while (body.childElementCount > MAX_CALLS) body.lastElementChild.remove();
  byId("no-calls").hidden = body.childElementCount > 0;
}

function showState(state) {
  if (run !== null && run !== state.run) { // the server was restarted
    byId("calls").replaceChildren();
    errors = 0;
    byId("total").textContent = byId("errors").textContent = "0";
  }
  run = state.run;
  byId("title").textContent = document.title = state.title;
  for (const part of document.querySelectorAll(".functions-only")) part.hidden = !state.has_functions;
  const running = state.counts.RUNNING ?? 0;
  const all = Object.values(state.counts).reduce((sum, count) => sum + count, 0);
  byId("running").textContent = running;
  byId("ended").textContent = all - running;
  byId("events").replaceChildren(...state.events.map((event) => {
    const row = document.createElement("tr");
    row.append(
      cell(event.namespace === "default" ? event.function : `${event.namespace}/${event.function}`),
      cell(event.status, event.status),
      cell(event.invoke_request_id, "data"),
      cell(event.start_time, "time"),
      cell(event.end_time, "time"),
    );
    return row;
  }));
  byId("no-events").hidden = state.events.length > 0;
  byId("deployed").replaceChildren(...state.deployed.map((each) => {
    const row = document.createElement("tr");
    row.append(
      cell(each.namespace === "default" ? each.name : `${each.namespace}/${each.name}`),
      cell(each.status, each.status),
      cell(each.versions.join(", ")),
      cell(each.aliases.join(", ")),
    );
    return row;
  }));
  byId("no-functions").hidden = state.deployed.length > 0;
  byId("pending").replaceChildren(...state.pending.map((text) => {
    const item = document.createElement("li");
    item.textContent = text;
    return item;
  }));
  byId("functions").replaceChildren(...state.functions.map((name) => new Option(name.replace(/^default\//, ""))));
  const select = byId("break").elements.fault;
  if (select.childElementCount === 0) {
    for (const [name, description] of Object.entries(state.faults)) {
      const option = new Option(name);
      option.title = description;
      select.append(option);
    }
    describeFault();
  }
}

function describeFault() {
  byId("fault-description").textContent = byId("break").elements.fault.selectedOptions[0]?.title ?? "";
}

async function sendCommand(name, content) {
  const problem = byId("problem");
  problem.textContent = "";
  try {
    const response = await fetch(name, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(content) });
    if (!response.ok) problem.textContent = (await response.json()).error;
    return response.ok;
  } catch {
    problem.textContent = "The server of the fake does not respond.";
    return false;
  }
}

byId("break").addEventListener("submit", (event) => {
  event.preventDefault();
  const fields = event.target.elements;
  const content = { fault: fields.fault.value, times: Number(fields.times.value) };
  if (fields.action.value) content.action = fields.action.value;
  sendCommand("faults", content);
});
byId("break").elements.fault.addEventListener("change", describeFault);
byId("start").addEventListener("submit", async (event) => {
  event.preventDefault();
  const fields = event.target.elements;
  const content = { function: fields.function.value, ends_as: fields.ends_as.value };
  if (fields.runs_for.value) content.runs_for = Number(fields.runs_for.value);
  const known = [...byId("functions").children].some((option) => option.value === content.function);
  if (known || await sendCommand("functions", { name: content.function })) sendCommand("events", content);
});
byId("travel").addEventListener("click", (event) => {
  if (event.target.dataset.seconds) sendCommand("travel", { seconds: Number(event.target.dataset.seconds) });
});
byId("only-errors").addEventListener("change", (event) => byId("calls").classList.toggle("only-errors", event.target.checked));
byId("address").textContent = location.origin;

const stream = new EventSource("stream");
const link = (state) => { byId("link").textContent = byId("link").dataset.state = state; };
stream.addEventListener("open", () => link("live"));
stream.addEventListener("error", () => link("lost"));
stream.addEventListener("state", (message) => showState(JSON.parse(message.data)));
stream.addEventListener("calls", (message) => showCalls(JSON.parse(message.data)));
