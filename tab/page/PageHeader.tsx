import { type ReactNode, useEffect } from 'react';
import './PageHeader.css';

interface Props {
  readonly municipality: string;
  /** How fresh the page is. */
  readonly freshness: string;
  readonly title: string;
  /** What the page says in short. */
  readonly children: ReactNode;
}

/** What a page begins with. Its title is that of the window as well. */
export function PageHeader({ municipality, freshness, title, children }: Props) {
  useEffect(() => {
    document.title = `${title} – ${municipality}`;
  }, [title, municipality]);

  return (
    <header className="page-header">
      <div className="page-header-context">
        <p>{municipality}</p>
        <p>{freshness}</p>
      </div>
      <h1 className="page-header-title">{title}</h1>
      {children}
    </header>
  );
}
