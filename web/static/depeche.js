// Comforts on top of a page that works without them: completion, choosing applies at once, "/" finds the box.
(() => {
  "use strict";
  const box = document.getElementById("q");
  const form = document.getElementById("search");

  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && box) {
      event.preventDefault();
      box.focus();
      box.select();
    }
  });

  if (form) {
    // Keep addresses short: leave out what is empty or as it is by default.
    form.addEventListener("submit", () => {
      const defaults = { sort: "relevance", scope: "article", copies: "0", names: "1" };
      for (const field of form.elements) {
        const isDefault = defaults[field.name] === field.value || (/_match$/.test(field.name) && field.value === "any");
        if (field.name && (field.value === "" || isDefault)) field.disabled = true;
      }
    });
    // What is ticked, or chosen with the pointer, applies at once. On the keyboard arrows and digits pass over values
    // that nobody wants: there the button applies, or Enter.
    let pointing = false;
    form.addEventListener("pointerdown", () => { pointing = true; });
    form.addEventListener("keydown", () => { pointing = false; });
    form.addEventListener("change", ({ target }) => {
      if (!target.matches("input[type=checkbox]") && !(pointing && target.matches("input[type=radio], input[type=date], select"))) return;
      sessionStorage.setItem("changed", JSON.stringify([target.name, target.value, target.getBoundingClientRect().top]));
      form.requestSubmit();
    });
    returnTo(sessionStorage.getItem("changed"));
    sessionStorage.removeItem("changed");
    completeNames();
    // Coming back with the browser's button: what was disabled on leaving works again.
    addEventListener("pageshow", () => {
      for (const field of form.elements) field.disabled = false;
    });
  }

  // On the page that a change leads to, the field that was changed has the focus, at the same height of the window.
  function returnTo(changed) {
    if (!changed) return;
    const [name, value, top] = JSON.parse(changed);
    const own = (field) => field.name.replace(/^not_/, "") === name.replace(/^not_/, "");
    const fields = [...form.elements].filter((field) => field.name && own(field));
    const field = fields.find((each) => each.value === value && each.type === "checkbox") ?? fields.find((each) => each.checked || each.type !== "checkbox")
      ?? document.getElementById("filters");
    field.closest("details")?.setAttribute("open", "");
    field.focus({ preventScroll: true });
    scrollBy({ top: field.getBoundingClientRect().top - top, behavior: "instant" });
  }

  // Names for the fields where a value that is not listed can be typed.
  function completeNames() {
    for (const field of form.querySelectorAll("input[data-field]")) {
      field.addEventListener("input", async () => {
        const typed = field.value;
        if (typed.trim().length < 2) return;
        const answer = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(`${field.dataset.field}:"${typed}`)}`);
        if (!answer.ok || field.value !== typed) return;
        const { suggestions } = await answer.json();
        field.list.replaceChildren(...suggestions.map(({ text }) => new Option(text, text)));
      });
    }
  }

  if (!box) return;
  const kinds = JSON.parse(box.dataset.kinds);
  const units = JSON.parse(box.dataset.units);
  const plural = new Intl.PluralRules(document.documentElement.lang);
  const list = document.createElement("ul");
  list.id = "suggestions";
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.hidden = true;
  box.after(list);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-controls": list.id, "aria-expanded": "false", "aria-autocomplete": "list",
  })) box.setAttribute(name, value);

  let timer = 0;
  let asked = 0;
  let chosen = -1;

  const counted = (unit, count) => (units[unit][plural.select(count)] ?? units[unit].other)
    .replace("{count}", count.toLocaleString(document.documentElement.lang));

  const close = () => {
    list.hidden = true;
    chosen = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };

  const choose = (option) => {
    box.value = option.dataset.replacement;
    close();
    box.form.requestSubmit();
  };

  const show = (suggestions) => {
    list.replaceChildren(...suggestions.map((suggestion, place) => {
      const option = document.createElement("li");
      option.id = `suggestion-${place}`;
      option.setAttribute("role", "option");
      option.dataset.replacement = suggestion.replacement;
      const text = document.createElement("span");
      text.textContent = suggestion.text;
      const count = document.createElement("span");
      count.className = "count";
      count.textContent = suggestion.kind ? `${kinds[suggestion.kind] ?? suggestion.kind} · ${counted("articles", suggestion.count)}` : counted("paragraphs", suggestion.count);
      option.append(text, count);
      option.addEventListener("mousedown", (event) => { event.preventDefault(); choose(option); });
      return option;
    }));
    chosen = -1;
    list.hidden = suggestions.length === 0;
    box.setAttribute("aria-expanded", String(!list.hidden));
  };

  const ask = async () => {
    const text = box.value;
    const number = ++asked;
    if (text.trim().length < 2) { close(); return; }
    try {
      const answer = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(text)}`);
      if (answer.ok && number === asked && document.activeElement === box) show((await answer.json()).suggestions);
    } catch { close(); }
  };

  box.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    const options = [...list.children];
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && chosen >= 0) { event.preventDefault(); choose(options[chosen]); }
    else if (!list.hidden && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      options[chosen]?.removeAttribute("aria-selected");
      chosen = (chosen + (event.key === "ArrowDown" ? 1 : -1) + options.length + (chosen < 0 && event.key === "ArrowUp" ? 1 : 0)) % options.length;
      options[chosen].setAttribute("aria-selected", "true");
      box.setAttribute("aria-activedescendant", options[chosen].id);
    }
  });
})();
