/** What a key or a presenter's remote asks for. */
export type PresentAction =
	'next' | 'back' | 'reveal' | 'pass' | 'mark' | 'count' | 'full' | 'shade' | 'leave' | 'help';

/** Keys that are no letters work always; a person can switch the others off. */
const SIGNS: Record<string, PresentAction> = {
	' ': 'next',
	Enter: 'next',
	ArrowRight: 'next',
	PageDown: 'next',
	ArrowLeft: 'back',
	PageUp: 'back',
	Escape: 'leave'
};
const LETTERS: Record<string, PresentAction> = {
	r: 'reveal',
	n: 'pass',
	m: 'mark',
	h: 'count',
	f: 'full',
	d: 'shade',
	'?': 'help'
};

/** Whether the key is the business of what has the focus. */
function isSpokenFor({ key, target }: KeyboardEvent): boolean {
	if (!(target instanceof Element)) return false;
	if (target.closest('dialog')) return true;
	if (target.closest('input')) return !['PageDown', 'PageUp', 'Escape'].includes(key);
	return [' ', 'Enter'].includes(key) && target.closest('a, button, summary') !== null;
}

/** What a pressed key asks for; nothing where it belongs to a field, a button or a dialog. */
export function presentAction(event: KeyboardEvent, shortcuts: boolean): PresentAction | undefined {
	const { key, ctrlKey, metaKey, altKey, repeat, defaultPrevented } = event;
	// A key that is held would run through the whole quiz.
	if (defaultPrevented || ctrlKey || metaKey || altKey || repeat) return undefined;
	if (isSpokenFor(event)) return undefined;
	return SIGNS[key] ?? (shortcuts ? LETTERS[key.toLowerCase()] : undefined);
}
