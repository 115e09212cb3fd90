// Makes the page easier to use: filter, sort, reasons beside the pointer, stories that open. Without it all is still there.
(() => {
  const table = document.getElementById('table');
  const form = document.querySelector('.filter');
  if (!table || !form) return;
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const output = form.querySelector('output');

  // Filter.
  form.hidden = false;
  const texts = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
  const value = (name) => form.querySelector(`[data-filter="${name}"]`).value;
  const show = () => {
    const [verdict, owner, kind, question, text] = ['v', 'o', 'k', 'q', 't'].map(value);
    const wanted = text.trim().toLowerCase();
    let shown = 0;
    for (const row of rows) {
      const isShown =
        (!verdict || row.dataset.v === verdict) &&
        (!owner || row.lastElementChild.textContent === owner) &&
        (!kind || row.dataset.k === kind) &&
        (!question || !/ (?:yes|not-applicable)$/.test(row.cells[1 + Number(question)].className)) &&
        (!wanted || texts.get(row).includes(wanted));
      row.hidden = !isShown;
      if (isShown) shown++;
    }
    output.textContent = output.dataset.shown.replace('#', shown);
  };
  form.addEventListener('input', show);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(show));
  show();

  // Sort.
  const MARKS = ['no', 'unknown', 'failed', 'partly', 'yes', 'not-applicable'];
  const keys = {
    text: (cell) => cell.textContent.trim().toLowerCase(),
    number: (cell) => Number(cell.dataset.n),
    mark: (cell) => MARKS.indexOf(cell.className.replace('m ', '')),
  };
  for (const head of table.tHead.rows[0].cells) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    if (head.title) {
      button.title = head.title;
      head.removeAttribute('title');
    }
    head.append(button);
    button.addEventListener('click', () => {
      const kind = head.dataset.sort;
      // Numbers begin with the highest, everything else with the first.
      const first = kind === 'number' ? 'descending' : 'ascending';
      const other = first === 'ascending' ? 'descending' : 'ascending';
      const order = head.getAttribute('aria-sort') === first ? other : first;
      for (const each of head.parentElement.cells) each.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', order);
      const sign = order === 'ascending' ? 1 : -1;
      const key = (row) => keys[kind](row.cells[head.cellIndex]);
      const sorted = rows.map((row) => [key(row), row]).sort(([a], [b]) => (a < b ? -sign : a > b ? sign : 0));
      body.append(...sorted.map(([, row]) => row));
    });
  }

  // The reason of a cell, beside it, on hover and on focus; Escape takes it away (WCAG 1.4.13).
  const tip = document.createElement('div');
  tip.id = 'tip';
  tip.ariaHidden = 'true';
  tip.hidden = true;
  document.body.append(tip);
  let about;
  const say = (link) => {
    about = link;
    // The same that a screen reader says.
    tip.textContent = link.getAttribute('aria-label');
    tip.hidden = false;
    const at = link.getBoundingClientRect();
    const left = Math.min(at.left + scrollX, scrollX + document.documentElement.clientWidth - tip.offsetWidth - 8);
    tip.style.left = `${Math.max(8, left)}px`;
    tip.style.top = `${at.bottom + scrollY + 4}px`;
  };
  const hush = () => {
    about = undefined;
    tip.hidden = true;
  };
  const cellOf = ({ target }) => target.closest?.('.m a');
  for (const start of ['mouseover', 'focusin'])
    body.addEventListener(start, (event) => {
      const link = cellOf(event);
      if (link && link !== about) say(link);
    });
  body.addEventListener('focusout', hush);
  body.addEventListener('mouseout', ({ relatedTarget }) => {
    if (relatedTarget !== tip && document.activeElement !== about) hush();
  });
  tip.addEventListener('mouseleave', hush);
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') hush();
  });

  // A link to a process opens its story.
  const open = () => {
    const story = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (story?.tagName !== 'DETAILS') return;
    story.open = true;
    story.scrollIntoView();
    story.querySelector('summary').focus({ preventScroll: true });
  };
  addEventListener('hashchange', open);
  document.addEventListener('click', ({ target }) => {
    const link = target.closest?.('a[href^="#"]');
    if (link && link.getAttribute('href') === location.hash) open();
  });
  open();

  // On paper everything is open.
  addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll('details:not([open])')) {
      details.open = true;
      details.dataset.printed = '';
    }
  });
  addEventListener('afterprint', () => {
    for (const details of document.querySelectorAll('details[data-printed]')) {
      details.open = false;
      delete details.dataset.printed;
    }
  });
})();
