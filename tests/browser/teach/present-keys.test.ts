import { afterEach, describe, expect, it } from 'vitest';
import { presentAction, type PresentAction } from '#lib/components/present/present-keys.ts';

afterEach(() => document.body.replaceChildren());

/** What a key asks for where it is pressed in the last element of some markup. */
function pressed(key: string, markup = '', init: KeyboardEventInit = {}, shortcuts = true) {
	let action: PresentAction | undefined;
	document.body.innerHTML = `<main>${markup}</main>`;
	const all = document.body.querySelectorAll('*');
	const target = all[all.length - 1];
	document.body.addEventListener('keydown', (event) => (action = presentAction(event, shortcuts)), {
		once: true
	});
	target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...init }));
	return action;
}

describe('keys of a presentation', () => {
	it.each<[string, PresentAction | undefined]>([
		[' ', 'next'],
		['Enter', 'next'],
		['ArrowRight', 'next'],
		['PageDown', 'next'],
		['ArrowLeft', 'back'],
		['PageUp', 'back'],
		['Escape', 'leave'],
		['r', 'reveal'],
		['R', 'reveal'],
		['m', 'mark'],
		['f', 'full'],
		['?', 'help'],
		['x', undefined],
		['Tab', undefined]
	])('%j asks for %s', (key, action) => expect(pressed(key)).toBe(action));

	it.each<[string, string, string, PresentAction | undefined]>([
		['Space presses the button', ' ', '<button></button>', undefined],
		['Enter follows the link', 'Enter', '<a href="#x"></a>', undefined],
		['an arrow goes on from a button', 'ArrowRight', '<button></button>', 'next'],
		['an arrow is the field’s', 'ArrowRight', '<input type="number">', undefined],
		['a letter is the field’s', 'r', '<input>', undefined],
		['a remote goes on from a field', 'PageDown', '<input type="number">', 'next'],
		['a dialog has its own', 'Escape', '<dialog><p></p></dialog>', undefined]
	])('%s', (_, key, markup, action) => expect(pressed(key, markup)).toBe(action));

	it('do nothing while held or with a modifier', () => {
		expect(pressed(' ', '', { repeat: true })).toBeUndefined();
		expect(pressed('r', '', { ctrlKey: true })).toBeUndefined();
		expect(pressed('ArrowLeft', '', { altKey: true })).toBeUndefined();
	});

	it('are signs alone where letters are switched off', () => {
		expect(pressed('r', '', {}, false)).toBeUndefined();
		expect(pressed('?', '', {}, false)).toBeUndefined();
		expect(pressed('PageUp', '', {}, false)).toBe('back');
	});
});
