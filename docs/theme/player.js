// Steps through the recorded runs of a page: one, or two in step.
(() => {
    "use strict";

    const { Side, make, button, askWhoRuns, askForOrder } = globalThis.Meanwhile;

    /** A figure with one run, or with two in step. */
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

        /** Goes on by one step; asks first, if that is wanted and there is something to ask. */
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
            // mdBook would turn the page.
            event.stopPropagation();
            if (event.target.closest("input, select, pre, ol, .mw-scroll") || event.altKey || event.ctrlKey) return;
            event.preventDefault();
            if (!press.disabled) press.click();
        }
    }

    const players = new Map();
    for (const figure of document.querySelectorAll(".mw-player")) players.set(figure, new Player(figure));

    /** Follows a link to a step, and says whether it was one. */
    const follow = (hash) => {
        const item = hash ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
        const figure = item?.closest(".mw-steps li") && item.closest(".mw-player");
        if (!figure) return false;
        const player = players.get(figure);
        const side = player.sides.find(({ items }) => items.includes(item));
        // The browser has opened the list to show its item.
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
