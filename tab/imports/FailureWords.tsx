import type { ImportFailure } from '../../shared/imports/importRun.ts';
import { importTexts } from '../../shared/texts/imports.ts';
import { useLanguage } from '../page/language.ts';
import './FailureWords.css';

/** Why nothing was taken of a file, and what to do about it. */
export function FailureWords({ failure: { reason, details } }: { readonly failure: ImportFailure }) {
  const { failures } = importTexts[useLanguage().locale];
  return (
    <>
      <p>{failures[reason]}</p>
      {details.length > 0 && (
        <ul className="failure-details">
          {details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      )}
    </>
  );
}
