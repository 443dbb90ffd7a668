import { useRef, useState } from 'react';
import type { ImportResult } from '../../shared/imports/importRun.ts';
import { Problem } from '../api/problem.ts';
import type { ZevenApi } from '../api/zevenApi.ts';
import { type SendAdvice, type Sending, sendFile } from './sendFile.ts';

/** How far the file is that was chosen. */
export type ImportState =
  /** Nothing was chosen yet. */
  | { readonly kind: 'choosing' }
  | { readonly kind: 'looking' | 'importing' }
  | { readonly kind: 'answered'; readonly isDryRun: boolean; readonly result: ImportResult }
  /** It could not be sent; `sending` is what to try again. */
  | { readonly kind: 'trouble'; readonly problem: Problem; readonly sending: Sending };

/** Sends what is chosen. What is chosen next takes its place: the answer to it is not waited for any more. */
export function useImport(api: ZevenApi, advice: SendAdvice) {
  const [state, setState] = useState<ImportState>({ kind: 'choosing' });
  const current = useRef(new AbortController());

  function begin(next: ImportState): AbortSignal {
    current.current.abort();
    current.current = new AbortController();
    setState(next);
    return current.current.signal;
  }

  return {
    state,
    clear: () => void begin({ kind: 'choosing' }),
    /** Resolves with what came of it; undefined where it did not come to an answer. */
    async send(sending: Sending): Promise<ImportResult | undefined> {
      const signal = begin({ kind: sending.isDryRun ? 'looking' : 'importing' });
      try {
        const result = await sendFile(api, sending, advice, signal);
        if (signal.aborted) return undefined;
        setState({ kind: 'answered', isDryRun: sending.isDryRun, result });
        return result;
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        if (!signal.aborted) setState({ kind: 'trouble', problem: error, sending });
        return undefined;
      }
    },
  };
}
