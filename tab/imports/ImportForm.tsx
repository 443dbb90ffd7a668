import { Button, Label, Select, Spinner } from '@fluentui/react-components';
import { useId, useRef, useState } from 'react';
import type { ImportSource } from '../../shared/imports/importRun.ts';
import { apiTexts } from '../../shared/texts/api.ts';
import { importPageTexts } from '../../shared/texts/importPage.ts';
import { importTexts } from '../../shared/texts/imports.ts';
import type { ZevenApi } from '../api/zevenApi.ts';
import { useLanguage } from '../page/language.ts';
import { ProblemMessage } from '../page/ProblemMessage.tsx';
import './ImportForm.css';
import { ImportOutcome } from './ImportOutcome.tsx';
import { takesSomething } from './takesSomething.ts';
import { type ImportState, useImport } from './useImport.ts';

interface Props {
  readonly api: ZevenApi;
  /** Of which files can be imported. */
  readonly sources: readonly ImportSource[];
  onImported(): void;
}

/** Looks what would come of a file as soon as it is chosen; the reader who has seen that imports it. */
export function ImportForm({ api, sources, onImported }: Props) {
  const { locale } = useLanguage();
  const texts = importPageTexts[locale];
  const names = importTexts[locale].sources;
  const ids = { title: useId(), source: useId(), file: useId(), hint: useId() };
  const [source, setSource] = useState('');
  const [file, setFile] = useState<File | undefined>();
  const input = useRef<HTMLInputElement>(null);
  const advice = { tooLarge: apiTexts[locale].tooLarge, changed: texts.fileChanged };
  const { state, send, clear } = useImport(api, advice);
  const hint = texts.hints[source];
  const isImporting = state.kind === 'importing';
  const isOver = state.kind === 'answered' && !state.isDryRun;

  function choose(nextSource: string, nextFile: File | undefined): void {
    setSource(nextSource);
    setFile(nextFile);
    if (nextSource === '' || nextFile === undefined) clear();
    else void send({ source: nextSource, file: nextFile, isDryRun: true });
  }

  async function importIt(): Promise<void> {
    if (file !== undefined && (await send({ source, file, isDryRun: false }))) onImported();
  }

  function chooseAnother(): void {
    if (input.current !== null) input.current.value = '';
    choose(source, undefined);
    input.current?.focus();
  }

  return (
    <section className="import-form" aria-labelledby={ids.title}>
      <h2 id={ids.title} className="import-form-title">
        {texts.importFile}
      </h2>
      <div className="import-form-fields">
        <div className="import-form-field">
          <Label htmlFor={ids.source}>{texts.source}</Label>
          <Select
            id={ids.source}
            value={source}
            disabled={isImporting}
            aria-describedby={ids.hint}
            onChange={(_event, { value }) => choose(value, file)}
          >
            <option value="" disabled hidden>
              {texts.chooseSource}
            </option>
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
            ref={input}
            id={ids.file}
            className="import-form-file"
            type="file"
            disabled={isImporting}
            aria-describedby={ids.hint}
            onChange={({ target }) => choose(source, target.files?.[0])}
          />
        </div>
      </div>
      <p id={ids.hint} className="import-form-hint">
        {hint}
      </p>
      {/* Always there, so that a screen reader says what comes into it. */}
      <div role="status" className="import-form-outcome">
        {state.kind === 'looking' && <Spinner size="tiny" label={texts.looking} />}
        {isImporting && <Spinner size="tiny" label={texts.importing} />}
        {state.kind === 'answered' && <ImportOutcome result={state.result} />}
        {state.kind === 'trouble' && (
          <ProblemMessage
            problem={state.problem}
            texts={texts.sending}
            figuresOf={undefined}
            isFetching={false}
            retry={() => void (state.sending.isDryRun ? send(state.sending) : importIt())}
          />
        )}
      </div>
      {/* One button that goes on: who pressed it is still on it. */}
      {(isImporting || isOver || mayImport(state)) && (
        <Button
          className="import-form-go"
          appearance={isOver ? 'secondary' : 'primary'}
          disabledFocusable={isImporting}
          onClick={() => (isOver ? chooseAnother() : void importIt())}
        >
          {isOver ? texts.another : texts.import}
        </Button>
      )}
    </section>
  );
}

/** It was looked at and would change something; or importing it did not work, and may the next time. */
function mayImport(state: ImportState): boolean {
  if (state.kind === 'trouble') return !state.sending.isDryRun;
  return state.kind === 'answered' && takesSomething(state.result);
}
