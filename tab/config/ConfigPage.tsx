import { useEffect } from 'react';
import { useLanguage } from '../page/language.ts';
import './ConfigPage.css';

/** What someone sees who adds Zeven to a channel. The button to save is Teams' own. */
export function ConfigPage({ canSave }: { readonly canSave: boolean }) {
  const { title, explanation, nextStep, outsideTeams } = useLanguage().texts.configure;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main className="config-page">
      <h1 className="config-page-title">{title}</h1>
      <p>{explanation}</p>
      <p>{canSave ? nextStep : outsideTeams}</p>
    </main>
  );
}
