import type { CallbackStep } from '../../../shared/callback/callback.ts';
import { departmentName } from '../../../shared/municipality/municipality.ts';
import { callbackTexts } from '../../../shared/texts/callback.ts';
import { shortMomentText } from '../../../shared/texts/moments.ts';
import type { CallbackView } from './callback.ts';
import { plainText } from './plainText.ts';

/** How many of the latest steps the card shows at once. */
const latestSteps = 3;
/** How many it shows of the whole history: it must stay under 28 KB. */
const historySteps = 40;

/** Who did what and when: the last steps, and folded away everything from the asking on. */
export function historyOf({ callback, municipality, locale }: CallbackView) {
  const t = callbackTexts[locale];
  const { steps } = callback;
  const [, ...afterAsking] = steps;
  const hidden = steps.length - historySteps;
  return {
    title: t.history(steps.length),
    latest: afterAsking.slice(-latestSteps).map(lineOf),
    earlier: hidden > 0 ? t.earlierSteps(hidden) : '',
    all: steps.slice(-historySteps).map(lineOf),
  };

  function lineOf(step: CallbackStep) {
    return {
      when: shortMomentText(step.at, locale),
      what: plainText(t.step(step, (id) => departmentName(municipality, id))),
    };
  }
}
