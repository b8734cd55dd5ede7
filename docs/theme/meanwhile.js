/* Made by `cargo xtask book refresh` of the files beside it. */
"use strict";
for (const block of document.querySelectorAll("main pre > code, main table")) {
if (block.scrollWidth > block.clientWidth && !block.closest("[tabindex]")) block.tabIndex = 0;
}
for (const quiz of document.querySelectorAll(".mw-quiz")) {
const said = document.createElement("p");
said.className = "mw-said";
said.setAttribute("role", "status");
quiz.append(said);
quiz.addEventListener("change", (event) => {
const choice = event.target.closest(".mw-choice");
said.textContent = choice.querySelector(".mw-quiz-why").textContent;
});
}
for (const code of document.querySelectorAll("main pre > code")) {
const lines = code.innerHTML.split("\n");
const indents = lines.filter((line) => line.trim()).map((line) => line.search(/[^ ]/));
const indent = Math.min(...indents);
if (indent > 0 && indent < Infinity) code.innerHTML = lines.map((line) => line.slice(indent)).join("\n");
}
const unfold = () => {
const name = CSS.escape(location.hash.slice(1));
document.querySelector(`h3[id="${name}"] ~ .mw-refused`)?.setAttribute("open", "");
};
addEventListener("hashchange", unfold);
unfold();
globalThis.Meanwhile = (() => {
"use strict";
const make = (name, attributes = {}, ...inside) => {
const element = document.createElement(name);
for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
element.append(...inside);
return element;
};
const button = (words, press) => {
const element = make("button", { type: "button" }, words);
element.addEventListener("click", press);
return element;
};
const numbers = (text) => (text ? text.split(" ").map(Number) : []);
class Side {
constructor(element) {
this.runtime = element.dataset.runtime;
this.isReal = element.dataset.clock === "real";
this.lanes = element.dataset.lanes.split("\n").filter(Boolean).map((lane) => {
const at = lane.indexOf("=");
return { number: lane.slice(0, at), name: lane.slice(at + 1) };
});
this.instants = element.dataset.instants.split(" ").map((instant) => {
const [at, first, last] = instant.split(",").map(Number);
return { at, first, last };
});
this.items = [...element.querySelectorAll(".mw-steps li")];
this.steps = this.items.map((item) => ({
...item.dataset,
time: item.firstElementChild.textContent,
sentence: item.lastChild.textContent.trim(),
}));
this.lines = [...element.querySelectorAll(".mw-lines li")];
this.printed = element.querySelector(".mw-printed");
this.scroll = element.querySelector(".mw-scroll");
this.svg = this.scroll.querySelector("svg");
this.ends = numbers(this.svg.dataset.stepEnds);
this.pre = element.querySelector(".mw-code pre:last-child");
this.lit = make("span", { class: "mw-lit", hidden: "" });
this.pre.append(this.lit);
this.chips = make("ul", { class: "mw-chips", "aria-label": `Tasks on ${this.runtime}` });
element.querySelector(".mw-picture").after(this.chips);
this.cover();
this.states = this.folded();
}
cover() {
const canvas = make("div", { class: "mw-canvas" });
this.svg.replaceWith(canvas);
const ground = [...this.svg.querySelectorAll(".mw-band rect")];
const bottom = Math.max(0, ...ground.map((r) => r.y.baseVal.value + r.height.baseVal.value));
this.sheet = make("div", { class: "mw-sheet", hidden: "" });
this.frame = make("div", { class: "mw-now", hidden: "" });
for (const part of [this.sheet, this.frame]) part.style.height = `${bottom + 4}px`;
canvas.append(this.svg, this.sheet, this.frame);
canvas.prepend(this.names(Math.min(...ground.map((r) => r.x.baseVal.value)), bottom));
}
names(width, height) {
const column = make("div", { class: "mw-column", style: `width:${width}px;height:${height}px` });
for (const text of this.svg.querySelectorAll(".mw-names text, .mw-inner text")) {
const name = make("span", {}, text.textContent);
name.style.top = `${text.y.baseVal[0].value}px`;
if (text.closest(".mw-names")) name.style.fontWeight = "bold";
column.append(name);
}
return make("div", { class: "mw-column-place", "aria-hidden": "true" }, column);
}
folded() {
const known = new Map();
return this.steps.map((step) => {
if (step.state) {
const [lane, state] = step.state.split(" ");
known.set(lane, { state, on: state === "suspended" ? step.on : undefined });
}
return new Map(known);
});
}
name(lane) {
return this.lanes.find(({ number }) => number === lane)?.name ?? "outside";
}
show(place) {
const isWhole = place === null;
const last = isWhole ? this.steps.length - 1 : place;
this.sheet.hidden = this.frame.hidden = isWhole;
if (!isWhole) {
const right = this.ends[place];
const left = place > 0 ? this.ends[place - 1] : this.ends[0] - 20;
this.sheet.style.left = `${right}px`;
this.frame.style.left = `${Math.min(left, right - 20)}px`;
this.frame.style.width = `${Math.max(20, right - left)}px`;
const { scrollLeft, clientWidth } = this.scroll;
if (right > scrollLeft + clientWidth - 40 || left < scrollLeft + 160) {
this.scroll.scrollLeft = right - clientWidth * 0.7;
}
}
this.lines.forEach((line) => {
const step = Number(line.dataset.step);
line.hidden = step > last;
line.classList.toggle("mw-new", !isWhole && step === last);
});
this.light(isWhole ? undefined : this.source(place));
this.tell(this.states[last] ?? new Map());
}
source(place) {
const { lane } = this.steps[place];
for (let at = place; at >= 0 && lane !== undefined; at -= 1) {
const step = this.steps[at];
if (step.lane === lane && step.source) return Number(step.source);
}
return undefined;
}
light(line) {
this.lit.hidden = line === undefined;
if (line === undefined) return;
this.lit.style.setProperty("--line", line - 1);
}
tell(states) {
const chips = this.lanes.filter(({ number }) => states.has(number)).map((lane) => {
const { state, on } = states.get(lane.number);
const sign = make("i", { class: `mw-sign mw-is-${state}`, "aria-hidden": "true" });
const words = on ? `${state}: ${on}` : state;
return make("li", {}, make("b", {}, lane.name), sign, words);
});
this.chips.replaceChildren(...chips);
}
beside(other, place) {
const apart = this.isReal || other.isReal ? 50000 : 0;
const theirs = other.instants.findLast(({ first }) => first <= place) ?? other.instants[0];
const mine = this.instants.findLast(({ at }) => at <= theirs.at + apart);
if (!mine) return 0;
const isSame = Math.abs(mine.at - theirs.at) <= apart;
const length = theirs.last - theirs.first;
const part = isSame && length > 0 ? Math.min(1, (place - theirs.first) / length) : 1;
return mine.first + Math.round(part * (mine.last - mine.first));
}
}
return { Side, make, button, numbers };
})();
Object.assign(globalThis.Meanwhile, (() => {
"use strict";
const { make, button, numbers } = globalThis.Meanwhile;
function askWhoRuns(player, next) {
const { lead, question, asked } = player;
const step = lead.steps[next];
const states = next > 0 ? lead.states[next - 1] : new Map();
const couldRun = ({ number }) => ["queued", "suspended"].includes(states.get(number)?.state);
const lanes = lead.lanes.filter(couldRun);
if (!["runs", "time_passes"].includes(step.kind) || lanes.length < 2) return false;
const right = step.kind === "runs" ? step.lane : "";
const choose = (number) => {
asked.all += 1;
if (number === right) asked.right += 1;
const verdict = number === right ? "Yes." : whyNot(lead, number, right, states);
player.show(next);
const said = `${verdict} ${asked.right} of ${asked.all} right.`;
question.replaceChildren(make("p", { role: "status" }, said));
player.next.focus();
};
const answers = [...lanes, { number: "", name: "nobody: the clock moves on" }];
question.replaceChildren(
make("p", {}, "Who runs next?"),
...answers.map(({ number, name }) => button(name, () => choose(number))),
);
question.querySelector("button").focus();
return true;
}
function whyNot(run, number, right, states) {
const [name, runs] = [run.name(number), run.name(right)];
const { state } = states.get(number) ?? {};
if (number === "") return `No: ${runs} can run, and the clock waits until nobody can.`;
if (state === "suspended") return `No: ${name} is suspended, and nobody has woken it.`;
if (right === "") return `No: ${name} cannot run now, and nobody else can.`;
return `No: ${name} is ${state}, and in this run it was the turn of ${runs}.`;
}
function askForOrder(player) {
const { figure, question } = player;
const [run] = player.sides;
const rows = run.lines.map((line) => ({
text: line.querySelector("samp").textContent,
because: numbers(line.dataset.because),
clock: numbers(line.dataset.clock),
}));
const mixed = (place) => (place * 7 + 3) % 11;
const order = [...rows.keys()].sort((a, b) => mixed(a) - mixed(b) || b - a);
const list = make("ol", { class: "mw-sort" });
const said = make("p", { role: "status" });
const move = (row, by) => {
const at = order.indexOf(row);
if (at + by < 0 || at + by >= order.length) return;
order.splice(at, 1);
order.splice(at + by, 0, row);
draw();
list.children[at + by].children[by < 0 ? 0 : 1].focus();
};
const moves = (row, words, by) => {
const press = button(words, () => move(row, by));
press.setAttribute("aria-label", `${words}: ${rows[row].text}`);
return press;
};
const draw = () => list.replaceChildren(...order.map((row) => {
const text = make("samp", {}, rows[row].text);
return make("li", {}, moves(row, "Up", -1), moves(row, "Down", 1), text);
}));
const hide = (isHidden) => {
figure.classList.toggle("mw-hides", isHidden);
for (const part of player.panel.querySelectorAll(".mw-controls, .mw-options")) part.inert = isHidden;
};
const check = button("Check", () => { said.textContent = judged(order, rows); });
const end = button("Show the run", () => {
question.replaceChildren();
hide(false);
player.next.focus();
});
draw();
hide(true);
const ask = `In which order does ${run.runtime} print these lines?`;
question.replaceChildren(make("p", {}, ask), list, check, end, said);
list.querySelector("button").focus();
}
function judged(order, rows) {
const reasons = [["because", "in every schedule"], ["clock", "as long as the delays hold"]];
for (const [at, row] of order.entries()) {
for (const [why, words] of reasons) {
const first = rows[row][why].find((earlier) => order.indexOf(earlier) > at);
if (first !== undefined) {
return `Not so: “${rows[first].text}” comes before “${rows[row].text}” ${words}.`;
}
}
}
return order.every((row, at) => row === at)
? "Right: so it was in this run."
: "Right: a schedule could print them so. This run printed some the other way round, and nothing promises either.";
}
return { askWhoRuns, askForOrder };
})());
(() => {
"use strict";
const { Side, make, button, askWhoRuns, askForOrder } = globalThis.Meanwhile;
class Player {
constructor(figure) {
this.figure = figure;
this.sides = [...figure.querySelectorAll(".mw-side")].map((side) => new Side(side));
this.lead = this.sides[0];
this.place = null;
this.asked = { right: 0, all: 0 };
this.build();
this.show(null);
figure.addEventListener("keydown", (event) => this.key(event));
}
build() {
this.start = button("Start", () => this.go(0));
this.back = button("Back", () => this.go(this.last() - 1));
this.next = button("Step", () => this.step());
this.next.className = "mw-main";
this.play = button("Play", () => this.toggle());
this.whole = button("Whole run", () => this.go(null));
this.slider = make("input", { type: "range", min: 1, "aria-label": "Step of the run" });
this.slider.addEventListener("input", () => this.go(Number(this.slider.value) - 1));
this.counter = make("span", { class: "mw-counter" });
const group = { class: "mw-controls", role: "group", "aria-label": "Step through the run" };
const controls = make("div", group, this.start, this.back, this.next, this.play);
controls.append(this.slider, this.counter, this.whole);
this.sentence = make("p", { class: "mw-sentence", "aria-live": "polite" });
this.question = make("div", { class: "mw-question" });
this.panel = make("div", { class: "mw-panel" }, controls, this.sentence, this.question);
this.panel.append(this.options());
this.figure.querySelector(".mw-picture").after(this.panel);
}
options() {
const options = make("div", { class: "mw-options" });
if (this.sides.length > 1) {
const select = make("select", {}, ...this.sides.map((side) => make("option", {}, side.runtime)));
select.addEventListener("change", () => {
this.lead = this.sides[select.selectedIndex];
this.go(null);
});
options.append(make("label", {}, "Steps of ", select));
}
this.asks = make("input", { type: "checkbox" });
this.asks.addEventListener("change", () => this.question.replaceChildren());
options.append(make("label", {}, this.asks, " Ask me which task runs next"));
const { lines } = this.sides[0];
if (lines.length > 2 && "because" in lines[0].dataset) {
options.append(button("Put its lines in order", () => {
this.go(null);
askForOrder(this);
}));
}
return options;
}
last() {
return this.place ?? this.lead.steps.length;
}
go(place) {
this.stop();
this.question.replaceChildren();
this.show(place === null ? null : Math.max(0, Math.min(place, this.lead.steps.length - 1)));
}
step() {
const next = this.place === null ? 0 : this.place + 1;
if (next >= this.lead.steps.length) return this.go(null);
this.stop();
if (this.asks.checked && askWhoRuns(this, next)) return undefined;
this.question.replaceChildren();
return this.show(next);
}
show(place) {
this.place = place;
const { steps } = this.lead;
for (const side of this.sides) {
side.show(place === null || side === this.lead ? place : side.beside(this.lead, place));
}
const step = place === null ? undefined : steps[place];
this.sentence.textContent = step
? step.sentence
: "The whole run. Press Step to walk through it, or move the slider.";
this.slider.max = steps.length;
this.slider.value = place === null ? steps.length : place + 1;
const words = step ? `${place + 1} of ${steps.length} · ${step.time}` : `${steps.length} steps`;
this.counter.textContent = words;
this.slider.setAttribute("aria-valuetext", step ? `${words}: ${step.sentence}` : "the whole run");
this.start.disabled = this.back.disabled = place === 0;
this.whole.disabled = place === null;
}
toggle() {
if (this.timer) return this.stop();
if (this.place === null) this.show(0);
this.play.textContent = "Pause";
this.timer = setInterval(() => {
if (this.place + 1 < this.lead.steps.length) this.show(this.place + 1);
else this.stop();
}, 900);
return undefined;
}
stop() {
clearInterval(this.timer);
this.timer = undefined;
this.play.textContent = "Play";
}
key(event) {
const keys = { ArrowLeft: this.back, ArrowRight: this.next, Home: this.start, End: this.whole };
const press = keys[event.key];
if (!press) return;
event.stopPropagation();
if (event.target.closest("input, select, pre, ol, .mw-scroll") || event.altKey || event.ctrlKey) return;
event.preventDefault();
if (!press.disabled) press.click();
}
}
const players = new Map();
for (const figure of document.querySelectorAll(".mw-player")) players.set(figure, new Player(figure));
const follow = (hash) => {
const item = hash ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
const figure = item?.closest(".mw-steps li") && item.closest(".mw-player");
if (!figure) return false;
const player = players.get(figure);
const side = player.sides.find(({ items }) => items.includes(item));
item.closest("details").open = false;
player.lead = side;
const select = player.panel.querySelector("select");
if (select) select.selectedIndex = player.sides.indexOf(side);
player.go(side.items.indexOf(item));
figure.scrollIntoView({ block: "start" });
player.next.focus({ preventScroll: true });
return true;
};
document.addEventListener("click", (event) => {
const link = event.target.closest?.("a[href*='#']");
if (!link || link.pathname !== location.pathname || event.ctrlKey || event.metaKey) return;
if (follow(link.hash)) {
event.preventDefault();
history.pushState(null, "", link.hash);
}
});
addEventListener("popstate", () => follow(location.hash));
addEventListener("hashchange", () => follow(location.hash));
addEventListener("load", () => follow(location.hash));
})();
