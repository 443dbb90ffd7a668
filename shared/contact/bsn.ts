/** Nine digits in a row, or grouped as people write them: 123 456 782, 1234.56.782. Dates and longer numbers are not. */
const pattern = /(?<!\d)(?:\d{9}|\d{3}([ .-])\d{3}\1\d{3}|\d{4}([ .])\d{2}\2\d{3})(?!\d)/g;

/**
 * Whether a text contains a citizen service number (BSN): nine digits that pass the eleven test
 * (Wet algemene bepalingen burgerservicenummer). Such a text may not be kept.
 */
export function containsBsn(text: string): boolean {
  return (text.match(pattern) ?? []).some((found) => passesElevenTest(found.replace(/\D/g, '')));
}

function passesElevenTest(digits: string): boolean {
  if (digits === '000000000') return false;
  const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return sum % 11 === 0;
}
