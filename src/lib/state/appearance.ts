import type { Settings } from '#lib/storage/settings.ts';

const THEME_KEY = 'recount:theme';
const TEXT_SIZE_KEY = 'recount:text-size';

type Marks = Pick<Storage, 'setItem' | 'removeItem'>;

/**
 * Shows a learner's theme and text size at once, and leaves them where the theme script finds them
 * before the next page is painted.
 */
export function showAppearance(
	{ theme, textSize }: Pick<Settings, 'theme' | 'textSize'>,
	root: HTMLElement,
	marks: Marks | undefined
): void {
	const shownTheme = theme === 'system' ? undefined : theme;
	const shownSize = textSize === 'normal' ? undefined : textSize;
	put(root, 'data-theme', shownTheme);
	put(root, 'data-text-size', shownSize);
	colourFrame(root.ownerDocument, shownTheme);
	try {
		remember(marks, THEME_KEY, shownTheme);
		remember(marks, TEXT_SIZE_KEY, shownSize);
	} catch {
		// Without the marks the next page flashes in the system's look first; nothing else hangs on them.
	}
}

/** The browser's own frame: each of the page's two colours stands for its theme unless one is chosen. */
function colourFrame(page: Document, theme: 'light' | 'dark' | undefined): void {
	const metas = [...page.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')];
	const chosen = metas.find(({ media }) => theme && media.includes(theme));
	for (const meta of metas) meta.content = (chosen ?? meta).dataset.own ?? meta.content;
}

function put(root: HTMLElement, name: string, value: string | undefined): void {
	if (value === undefined) root.removeAttribute(name);
	else root.setAttribute(name, value);
}

function remember(marks: Marks | undefined, key: string, value: string | undefined): void {
	if (value === undefined) marks?.removeItem(key);
	else marks?.setItem(key, value);
}
