import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import type { LivePageTexts } from '../../shared/texts/pages.ts';
import type { Problem } from '../api/problem.ts';

interface Props {
  readonly problem: Problem;
  readonly texts: LivePageTexts;
  /** Says of when what still stands on the page is, if anything does. */
  readonly figuresOf: string | undefined;
  readonly isFetching: boolean;
  readonly retry: () => void;
}

/** What went wrong, and what to do next. */
export function ProblemMessage({ problem, texts, figuresOf, isFetching, retry }: Props) {
  const { title, advice } = texts.problems[problem.kind];
  return (
    <MessageBar intent={intentOf(problem, figuresOf !== undefined)}>
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {figuresOf} {problem.advice ?? advice} {problem.reason && texts.reason(problem.reason)}
      </MessageBarBody>
      <MessageBarActions>
        <Button
          disabledFocusable={isFetching}
          onClick={needsReload(problem) ? () => location.reload() : retry}
        >
          {texts.retry}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

/** A newer page, or a Teams that answers in time, may do better than this one. */
function needsReload({ kind }: Problem): boolean {
  return kind === 'unexpected' || kind === 'notInTeams';
}

function intentOf({ kind }: Problem, hasFigures: boolean): 'info' | 'warning' | 'error' {
  if (kind === 'notInTeams') return 'info';
  return hasFigures ? 'warning' : 'error';
}
