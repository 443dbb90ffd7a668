/**
 * Whether a text contains a citizen service number (BSN): nine digits, however spaced, that pass the
 * eleven test (Wet algemene bepalingen burgerservicenummer). Such a text may not be kept.
 */
export function containsBsn(text: string): boolean {
  const spaced = text.match(/\d(?:[ .-]?\d)*/g) ?? [];
  const unspaced = text.match(/\d+/g) ?? [];
  return [...spaced, ...unspaced].some((run) => passesElevenTest(run.replace(/\D/g, '')));
}

function passesElevenTest(digits: string): boolean {
  if (digits.length !== 9 || digits === '000000000') return false;
  const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return sum % 11 === 0;
}
