// One recorded run of a figure. Everything that is shown stands in the page already, for readers without
// scripts: the steps in a list, the lines in another, the picture as SVG. This reads them, and covers what
// is still to come.
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

    /** One run: its picture, its code, its lines, its steps. */
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

        /** The sheet over what is still to come, and the frame around the step. */
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

        /** The lanes' names once more, which stay while the picture scrolls below them. */
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

        /** For each step, what each lane is doing after it. */
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

        /** Shows the run up to this step; all of it if there is none. */
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

        /** The last line of the source that is known of the lane that takes the step. */
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

        /** The step of this run that belongs to a step of the other one: at the same instant, as far on. */
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
