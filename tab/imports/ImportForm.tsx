import { Button, Label, Select, Spinner } from '@fluentui/react-components';
import { type FormEvent, useId, useState } from 'react';
import type { ImportResult, Imports } from '../../shared/imports/importRun.ts';
import { importPageTexts } from '../../shared/texts/importPage.ts';
import { importTexts } from '../../shared/texts/imports.ts';
import type { Problem } from '../api/problem.ts';
import type { ZevenApi } from '../api/zevenApi.ts';
import { useLanguage } from '../page/language.ts';
import './ImportForm.css';
import { ImportOutcome } from './ImportOutcome.tsx';
import { sendFile } from './sendFile.ts';

interface Props {
  readonly api: ZevenApi;
  readonly sources: Imports['sources'];
  onImported(): void;
}

type State =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'answered'; readonly result: ImportResult }
  | { readonly kind: 'trouble'; readonly problem: Problem };

/** First looks what would come of a file, and imports it when the reader has seen that. */
export function ImportForm({ api, sources, onImported }: Props) {
  const { locale } = useLanguage();
  const texts = importPageTexts[locale];
  const names = importTexts[locale].sources;
  const ids = { source: useId(), file: useId() };
  const [source, setSource] = useState('');
  const [file, setFile] = useState<File | undefined>();
  const [state, setState] = useState<State>({ kind: 'choosing' });
  const mayImport = state.kind === 'answered' && state.result.kind === 'imported' && state.result.isDryRun;

  async function send(isDryRun: boolean): Promise<void> {
    if (file === undefined || source === '') return;
    setState({ kind: 'busy' });
    try {
      const result = await sendFile(api, { source, file, isDryRun });
      setState({ kind: 'answered', result });
      if (!isDryRun) onImported();
    } catch (problem) {
      setState({ kind: 'trouble', problem: problem as Problem });
    }
  }

  function look(event: FormEvent): void {
    event.preventDefault();
    void send(!mayImport);
  }

  return (
    <form className="import-form" onSubmit={look} aria-labelledby="import-form-title">
      <h2 id="import-form-title" className="import-form-title">
        {texts.importFile}
      </h2>
      <div className="import-form-fields">
        <div className="import-form-field">
          <Label htmlFor={ids.source}>{texts.source}</Label>
          <Select
            id={ids.source}
            required
            value={source}
            onChange={(_event, { value }) => {
              setSource(value);
              setState({ kind: 'choosing' });
            }}
          >
            <option value="">{texts.chooseSource}</option>
            {sources.map(({ id }) => (
              <option key={id} value={id}>
                {names[id] ?? id}
              </option>
            ))}
          </Select>
        </div>
        <div className="import-form-field">
          <Label htmlFor={ids.file}>{texts.file}</Label>
          <input
            id={ids.file}
            className="import-form-file"
            type="file"
            required
            onChange={({ target }) => {
              setFile(target.files?.[0]);
              setState({ kind: 'choosing' });
            }}
          />
        </div>
        <Button type="submit" appearance="primary" disabled={state.kind === 'busy'}>
          {mayImport ? texts.import : texts.look}
        </Button>
      </div>
      <div role="status" className="import-form-outcome">
        {state.kind === 'busy' && <Spinner size="tiny" label={texts.busy} />}
        {state.kind === 'answered' && <ImportOutcome result={state.result} />}
        {state.kind === 'trouble' && <p>{texts.trouble(state.problem.advice ?? texts.tryAgain)}</p>}
      </div>
    </form>
  );
}
