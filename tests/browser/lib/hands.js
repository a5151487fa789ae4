// hands.js - what somebody does to a page: with a finger or a mouse, or by keys
// alone.  `taps` counts what was pressed; typing is not counted.
const has = (locator) => locator.evaluate((e) => e === document.activeElement);

// A focus that nobody sees is no focus (WCAG 2.4.7).
const shows = (locator) => locator.evaluate(() => {
  const e = document.activeElement;
  const seen = (element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  };
  return seen(e) || [...(e.labels ?? [])].some(seen);
});

// In the page: at how many places Tab stops before the element, about; where
// there are more, as within a date, one comes less far, never too far.
const stopsBefore = (e) => {
  const groups = new Set();
  const stops = [...document.querySelectorAll('a[href],button,input,select,textarea,summary,[tabindex="0"]')]
    .filter((one) => one === document.activeElement || one === e
      || (one.checkVisibility() && !one.disabled && one.tabIndex >= 0))
    .filter((one) => one.type !== 'radio' || one === e || (!groups.has(one.name) && groups.add(one.name)));
  return stops.indexOf(e) - stops.indexOf(document.activeElement);
};

const most = 600;

class Hands {
  taps = 0;
  constructor(seat, t, keys) { Object.assign(this, { page: seat.page, t, keys }); }

  // By Tab to where the focus should be; a trap or a hidden focus is a fault.
  // On a long way only the last steps are looked at.
  async reach(locator, isThere = has) {
    await locator.first().waitFor({ state: 'attached' });
    for (let n = await locator.first().evaluate(stopsBefore); n > 3; n -= 1)
      await this.page.keyboard.press('Tab');
    for (let i = 0; i < most; i += 1) {
      if (await isThere(locator)) break;
      await this.page.keyboard.press('Tab');
    }
    this.t.hold(await isThere(locator), `by keys one comes to ${locator}`);
    this.t.hold(await shows(locator), `the focus on ${locator} is seen`);
  }

  // A button or link.
  async press(locator) {
    this.taps += 1;
    if (!this.keys) return locator.click();
    await this.reach(locator);
    return this.page.keyboard.press('Enter');
  }

  // A button or link to a page whose address tells nothing: until it stands.
  async follow(locator) {
    const { page } = this;
    const left = page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame());
    await Promise.all([left, this.press(locator)]);
    return page.waitForLoadState();
  }

  async write(locator, text) {
    if (!this.keys) return locator.fill(text);
    await this.reach(locator);
    await this.page.keyboard.press('Control+A');
    return this.page.keyboard.insertText(text);
  }

  // Added below what stands there.
  async add(locator, text) {
    const before = (await locator.inputValue()).trimEnd();
    return this.write(locator, before ? `${before}\n${text}` : text);
  }

  // A box to tick.
  async tick(locator) {
    if (!this.keys) return locator.check();
    await this.reach(locator);
    return this.page.keyboard.press('Space');
  }

  // One of a group: by Tab to the group, then with arrows.
  async choose(locator) {
    if (!this.keys) return locator.check();
    const inGroup = (one) => one.evaluate((e) => document.activeElement?.name === e.name);
    await this.reach(locator, inGroup);
    if (!(await locator.isChecked())) await this.page.keyboard.press('Space');
    for (let i = 0; i < 20 && !(await locator.isChecked()); i += 1)
      await this.page.keyboard.press('ArrowDown');
    return this.t.hold(await locator.isChecked(), `by arrows one comes to ${locator}`);
  }
}

export const hands = (seat, t, keys = false) => new Hands(seat, t, keys);
