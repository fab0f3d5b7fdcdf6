// Comforts on top of a page that works without them: completion, ticking applies at once, "/" finds the box.
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
    form.addEventListener("change", (event) => {
      if (event.target.matches("input[type=checkbox], input[type=radio], select")) form.requestSubmit();
    });
    // Coming back with the browser's button: what was disabled on leaving works again.
    addEventListener("pageshow", () => {
      for (const field of form.elements) field.disabled = false;
    });
  }

  if (!box) return;
  const kinds = JSON.parse(box.dataset.kinds);
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
      count.textContent = suggestion.kind ? `${kinds[suggestion.kind] ?? suggestion.kind} · ${suggestion.count}` : suggestion.count;
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
