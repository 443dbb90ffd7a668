import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import type { Problem } from '../api/problem.ts';
import { useLanguage } from '../page/language.ts';

interface Props {
  readonly problem: Problem;
  /** Says of when the figures are that still stand on the page, if any. */
  readonly figuresOf: string | undefined;
  readonly isFetching: boolean;
  readonly retry: () => void;
}

/** What went wrong, and what to do next. */
export function ProblemMessage({ problem, figuresOf, isFetching, retry }: Props) {
  const { texts } = useLanguage();
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
