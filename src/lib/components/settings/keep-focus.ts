import type { Attachment } from 'svelte/attachments';

/**
 * Keeps the place of who works by keyboard: where a new step has replaced what had the focus, the
 * part it stands in takes it.
 */
export function keepFocus(step: () => string): Attachment<HTMLElement> {
	let seen: string | undefined;
	return (node) => {
		const now = step();
		const isLost = document.activeElement === document.body;
		if (seen !== undefined && seen !== now && isLost) node.focus({ preventScroll: true });
		seen = now;
	};
}
