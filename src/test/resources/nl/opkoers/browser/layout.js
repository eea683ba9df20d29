() => {
  const faults = [];
  const root = document.documentElement;
  // The size of a fingertip: 44 CSS pixels (WCAG 2.5.5), less what rounding takes away.
  const FINGER = 43.5;

  const describe = element => {
    const classes = [...element.classList].map(name => '.' + name).join('');
    const words = (element.innerText || element.value || '').trim().replace(/\s+/g, ' ').slice(0, 40);
    return `<${element.localName}${element.id ? '#' + element.id : ''}${classes}> "${words}"`;
  };
  const isVisible = element => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  // Hidden from sight on purpose, for screen readers or until it has the focus.
  const isOutOfSight = box => box.width <= 1 || box.height <= 1 || box.right + scrollX <= 0
    || box.bottom + scrollY <= 0 || box.left + scrollX >= root.scrollWidth;
  const pixels = box => `${Math.round(box.width)}x${Math.round(box.height)}`;

  const sideways = () => {
    if (root.scrollWidth <= root.clientWidth) {
      return;
    }
    const rightToLeft = getComputedStyle(root).direction === 'rtl';
    const sticksOut = [...document.body.querySelectorAll('*')].filter(isVisible).filter(element => {
      const box = element.getBoundingClientRect();
      return rightToLeft ? box.left < -1 : box.right > root.clientWidth + 1;
    });
    faults.push(`scrolls sideways: ${root.scrollWidth} px in ${root.clientWidth} px, because of `
      + sticksOut.slice(0, 3).map(describe).join(', '));
  };

  // A label that belongs to a tick box is part of what can be hit.
  const target = element => {
    const boxes = [element, ...(element.labels || [])].map(part => part.getBoundingClientRect())
      .filter(box => !isOutOfSight(box));
    if (boxes.length === 0) {
      return element.getBoundingClientRect();
    }
    const left = Math.min(...boxes.map(box => box.left));
    const top = Math.min(...boxes.map(box => box.top));
    return new DOMRect(left, top, Math.max(...boxes.map(box => box.right)) - left,
      Math.max(...boxes.map(box => box.bottom)) - top);
  };
  const ticks = element => ['checkbox', 'radio', 'file'].includes(element.type);
  const targets = () => {
    const inText = link => link.localName === 'a' && !link.closest('nav') && link.role !== 'button'
      && getComputedStyle(link).display === 'inline';
    [...document.querySelectorAll('button, [role=button], summary, select, textarea, input, a[href]')]
      .filter(element => element.type !== 'hidden' && !element.disabled && !inText(element))
      .filter(element => isVisible(element) || ticks(element))
      .forEach(element => {
        const box = ticks(element) ? target(element) : element.getBoundingClientRect();
        if (!isOutOfSight(box) && (box.width < FINGER || box.height < FINGER)) {
          faults.push(`too small for a thumb (${pixels(box)} instead of 44x44): ${describe(element)}`);
        }
      });
  };

  // Letters may stick out of their line a little without losing anything: a quarter of the line is allowed.
  const isCut = (line, element) => {
    let [free, freeUpright] = [false, false];
    for (let around = element; around && around !== document.body; around = around.parentElement) {
      const style = getComputedStyle(around);
      const box = around.getBoundingClientRect();
      const hides = /hidden|clip/;
      const scrolls = /auto|scroll/;
      if (isOutOfSight(box) && hides.test(style.overflowX)) {
        return false;
      }
      if (!free && hides.test(style.overflowX) && (line.left < box.left - 1 || line.right > box.right + 1)) {
        return true;
      }
      const spare = line.height / 4;
      if (!freeUpright && hides.test(style.overflowY)
        && (line.top < box.top - spare || line.bottom > box.bottom + spare)) {
        return true;
      }
      free = free || scrolls.test(style.overflowX);
      freeUpright = freeUpright || scrolls.test(style.overflowY);
    }
    return !free && (line.left < -1 || line.right > root.clientWidth + 1);
  };
  const cutText = () => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement;
      if (texts.currentNode.data.trim() === '' || !isVisible(element) || element.closest('option, script, style')) {
        continue;
      }
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      const lines = [...range.getClientRects()].filter(line => !isOutOfSight(line));
      if (lines.some(line => isCut(line, element))) {
        faults.push(`text is cut off: ${describe(element)}`);
      }
    }
  };

  // In a line from right to left the second half of a broken date or number reads as another number.
  const brokenNumbers = () => [...document.querySelectorAll('time, bdi')].filter(isVisible)
    .filter(element => /^[\d\s:–+€.,/()-]+$/.test(element.textContent) && element.getClientRects().length > 1)
    .forEach(element => faults.push(`number broken over two lines: ${describe(element)}`));

  sideways();
  targets();
  cutText();
  brokenNumbers();
  return faults;
}
