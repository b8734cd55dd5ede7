// Questions about a run, with answers from its recording: who runs next, and in which order its lines come.
Object.assign(globalThis.Meanwhile, (() => {
    "use strict";

    const { make, button, numbers } = globalThis.Meanwhile;

    /** Asks who takes the step `next`, if more than one could be meant; says whether it has asked. */
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

    /** Gives the lines of the first run in another order, to be put right. */
    function askForOrder(player) {
        const { figure, question } = player;
        const [run] = player.sides;
        const rows = run.lines.map((line) => ({
            text: line.querySelector("samp").textContent,
            because: numbers(line.dataset.because),
            clock: numbers(line.dataset.clock),
        }));
        // Not by chance: the same page asks the same.
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
            // While the lines are to be put in order, nothing on the figure tells it.
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

    /** What is promised of the order decides, not what happened once. */
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
