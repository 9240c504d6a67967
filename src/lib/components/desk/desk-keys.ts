/** The dialogs of the desk. */
export type DeskDialog = 'about' | 'names' | 'keys' | 'finish';

/** What a key asks for on the desk. */
export type DeskKey =
	| 'undo'
	| 'redo'
	| 'done'
	| 'close'
	| 'text'
	| 'ask'
	| 'next'
	| 'previous'
	| 'names'
	| 'about'
	| 'drafts'
	| 'keys';

const SINGLE: Record<string, DeskKey> = {
	t: 'text',
	q: 'ask',
	j: 'next',
	k: 'previous',
	n: 'names',
	i: 'about',
	d: 'drafts',
	'?': 'keys'
};

const isWithin = ({ target }: KeyboardEvent, selector: string) =>
	target instanceof Element && target.closest(selector) !== null;

/** Keys with Control or Command: they work while typing, too. */
function heldKey(event: KeyboardEvent): DeskKey | undefined {
	const key = event.key.toLowerCase();
	if (key === 'enter') return 'done';
	// What is typed to look for something is no part of the desk.
	if (isWithin(event, '[data-own-undo]')) return undefined;
	if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
	return key === 'y' ? 'redo' : undefined;
}

const isTyping = (event: KeyboardEvent) =>
	isWithin(event, 'input:not([type="radio"]), textarea, select');

/** Reads a key pressed on the desk; single keys only where they are switched on, and not while typing. */
export function deskKey(event: KeyboardEvent, shortcuts: boolean): DeskKey | undefined {
	if (event.defaultPrevented || event.isComposing || event.altKey) return undefined;
	if (event.ctrlKey || event.metaKey) return heldKey(event);
	if (isWithin(event, 'dialog')) return undefined;
	if (event.key === 'Escape') return 'close';
	return isTyping(event) ? undefined : bareKey(event, shortcuts);
}

function bareKey(event: KeyboardEvent, shortcuts: boolean): DeskKey | undefined {
	if (event.repeat) return undefined;
	if (event.key === 'Enter')
		return isWithin(event, 'a, button, summary, input') ? undefined : 'ask';
	return shortcuts ? SINGLE[event.key.toLowerCase()] : undefined;
}
