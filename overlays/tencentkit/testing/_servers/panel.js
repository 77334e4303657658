// The page of the fake: shows what the stream tells, and sends orders. All texts are set as text, never as HTML.
"use strict";

const KEPT = 500;
const at = (id) => document.getElementById(id);
let run = null;
let refused = 0;

function cell(text, kind) {
  const made = document.createElement("td");
  made.textContent = text;
  if (kind) made.className = kind;
  return made;
}

function outcome(call) {
  const made = cell(call.code ?? (call.executed ? "ok" : "no result"), "outcome");
  if (call.message) {
    const more = document.createElement("small");
    more.textContent = call.message;
    made.append(more);
  }
  return made;
}

function showCalls(calls) {
  const body = at("calls");
  for (const call of calls) {
    const row = document.createElement("tr");
    row.className = call.code ? "refused" : call.executed ? "" : "lost";
    row.append(
      cell(call.number, "number"),
      cell(new Date(call.arrived_at * 1000).toISOString().slice(11, 23), "time"),
      cell(call.action || "(none)"),
      cell(call.parameters === null ? "" : JSON.stringify(call.parameters), "data"),
      cell(call.region),
      outcome(call),
    );
    body.prepend(row);
    if (call.code) refused += 1;
    at("total").textContent = call.number;
  }
  at("refused").textContent = refused;
  while (body.childElementCount > KEPT) body.lastElementChild.remove();
  at("no-calls").hidden = body.childElementCount > 0;
}

function showState(state) {
  if (run !== null && run !== state.run) { // another fake answers now
    at("calls").replaceChildren();
    refused = 0;
    at("total").textContent = at("refused").textContent = "0";
  }
  run = state.run;
  const running = state.counts.RUNNING ?? 0;
  const all = Object.values(state.counts).reduce((sum, one) => sum + one, 0);
  at("running").textContent = running;
  at("ended").textContent = all - running;
  at("events").replaceChildren(...state.events.map((event) => {
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
  at("no-events").hidden = state.events.length > 0;
  at("deployed").replaceChildren(...state.deployed.map((each) => {
    const row = document.createElement("tr");
    row.append(
      cell(each.namespace === "default" ? each.name : `${each.namespace}/${each.name}`),
      cell(each.status, each.status),
      cell(each.versions.join(", ")),
      cell(each.aliases.join(", ")),
    );
    return row;
  }));
  at("no-functions").hidden = state.deployed.length > 0;
  at("pending").replaceChildren(...state.pending.map((text) => {
    const item = document.createElement("li");
    item.textContent = text;
    return item;
  }));
  at("functions").replaceChildren(...state.functions.map((name) => new Option(name.replace(/^default\//, ""))));
  const choice = at("break").elements.fault;
  if (choice.childElementCount === 0) {
    for (const [name, says] of Object.entries(state.faults)) {
      const option = new Option(name);
      option.title = says;
      choice.append(option);
    }
    explain();
  }
}

function explain() {
  at("says").textContent = at("break").elements.fault.selectedOptions[0]?.title ?? "";
}

async function order(name, content) {
  const problem = at("problem");
  problem.textContent = "";
  try {
    const answer = await fetch(name, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(content) });
    if (!answer.ok) problem.textContent = (await answer.json()).error;
    return answer.ok;
  } catch {
    problem.textContent = "The fake does not answer.";
    return false;
  }
}

at("break").addEventListener("submit", (event) => {
  event.preventDefault();
  const given = event.target.elements;
  const content = { fault: given.fault.value, times: Number(given.times.value) };
  if (given.action.value) content.action = given.action.value;
  order("faults", content);
});
at("break").elements.fault.addEventListener("change", explain);
at("start").addEventListener("submit", async (event) => {
  event.preventDefault();
  const given = event.target.elements;
  const content = { function: given.function.value, ends_as: given.ends_as.value };
  if (given.runs_for.value) content.runs_for = Number(given.runs_for.value);
  const known = [...at("functions").children].some((option) => option.value === content.function);
  if (known || await order("functions", { name: content.function })) order("events", content);
});
at("travel").addEventListener("click", (event) => {
  if (event.target.dataset.seconds) order("travel", { seconds: Number(event.target.dataset.seconds) });
});
at("only-refused").addEventListener("change", (event) => at("calls").classList.toggle("only-refused", event.target.checked));
at("address").textContent = location.origin;

const stream = new EventSource("stream");
const link = (state) => { at("link").textContent = at("link").dataset.state = state; };
stream.addEventListener("open", () => link("live"));
stream.addEventListener("error", () => link("lost"));
stream.addEventListener("state", (message) => showState(JSON.parse(message.data)));
stream.addEventListener("calls", (message) => showCalls(JSON.parse(message.data)));
