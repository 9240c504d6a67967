/** What a key asks for while reviewing. */
export type ReviewKey = { code: 'go' | 'undo' | 'help' } | { code: 'rate'; place: number };

const KEYS: Record<string, ReviewKey> = {
	' ': { code: 'go' },
	Enter: { code: 'go' },
	z: { code: 'undo' },
	Z: { code: 'undo' },
	'?': { code: 'help' },
	'1': { code: 'rate', place: 1 },
	'2': { code: 'rate', place: 2 },
	'3': { code: 'rate', place: 3 },
	'4': { code: 'rate', place: 4 }
};

const isHeld = (event: KeyboardEvent) =>
	event.ctrlKey || event.metaKey || event.altKey || event.repeat;

const isWithin = ({ target }: KeyboardEvent, selector: string) =>
	target instanceof Element && target.closest(selector) !== null;

/** Reads a key: Space goes on, a digit is a button, Z takes back, ? helps. Typing is left alone. */
export function reviewKey(event: KeyboardEvent): ReviewKey | undefined {
	if (isHeld(event) || isWithin(event, 'input, textarea, select, dialog')) return undefined;
	const key = KEYS[event.key];
	// On a button or a link Space and Enter press it.
	return key?.code === 'go' && isWithin(event, 'button, a, summary') ? undefined : key;
}
