import { pagesTexts } from '../../shared/texts/pages.ts';
import { useLanguage } from './language.ts';
import './PageNav.css';

/** The pages that lead to each other, by the address of each. */
const pages = {
  scorecard: './index.html',
  callbacks: './callbacks.html',
  imports: './imports.html',
} as const;

export type PageName = keyof typeof pages;

/** Leads from page to page. Language and theme are those of the host, on every page. */
export function PageNav({ current }: { readonly current: PageName }) {
  const { locale } = useLanguage();
  const texts = pagesTexts[locale];
  return (
    <nav className="page-nav" aria-label={texts.label}>
      <ul className="page-nav-list">
        {(['scorecard', 'callbacks', 'imports'] as const).map((page) => (
          <li key={page}>
            <a
              className="page-nav-link"
              href={pages[page]}
              aria-current={page === current ? 'page' : undefined}
            >
              {texts[page]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
