const usual: Readonly<Record<string, boolean>> = {
  ja: true,
  j: true,
  yes: true,
  y: true,
  true: true,
  waar: true,
  1: true,
  nee: false,
  n: false,
  no: false,
  false: false,
  onwaar: false,
  0: false,
};

/** What a value says, whatever its capitals; undefined where it says neither. */
export function yesOrNo(own: Readonly<Record<string, boolean>>): (text: string) => boolean | undefined {
  const known = new Map(
    Object.entries({ ...usual, ...own }).map(([text, isYes]) => [text.trim().toLowerCase(), isYes]),
  );
  return (text) => known.get(text.trim().toLowerCase());
}
