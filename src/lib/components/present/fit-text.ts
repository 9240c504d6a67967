import type { Attachment } from 'svelte/attachments';

/** A letter's height on the wall, as shares of its box, and its bounds in px. */
const OF_WIDTH = 0.04;
const OF_HEIGHT = 0.078;
const LEAST_FULL = 24;
const MOST = 96;
const LEAST = 15;
const PRECISION = 0.5;

function fullSize({ clientWidth, clientHeight }: HTMLElement): number {
	const wanted = Math.min(clientWidth * OF_WIDTH, clientHeight * OF_HEIGHT);
	return Math.min(MOST, Math.max(LEAST_FULL, wanted));
}

function overflows(box: HTMLElement): boolean {
	return box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1;
}

/** Sets a box's letters as large as the window bears, smaller where the text would not fit. */
function fit(box: HTMLElement): void {
	const setTo = (size: number) => (box.style.fontSize = `${size}px`);
	let high = fullSize(box);
	setTo(high);
	if (overflows(box)) {
		let low = LEAST;
		while (high - low > PRECISION) {
			const middle = (low + high) / 2;
			setTo(middle);
			if (overflows(box)) high = middle;
			else low = middle;
		}
		setTo(low);
	}
	// What does not fit even so can be scrolled by keyboard.
	if (overflows(box)) box.tabIndex = 0;
	else box.removeAttribute('tabindex');
}

/** Keeps all of a box in sight: its letters shrink as far as they can be read, all that is in em with them. */
export const fitText: Attachment<HTMLElement> = (box) => {
	const again = () => fit(box);
	const sizes = new ResizeObserver(again);
	const words = new MutationObserver(again);
	sizes.observe(box);
	words.observe(box, { childList: true, subtree: true, characterData: true });
	again();
	return () => {
		sizes.disconnect();
		words.disconnect();
	};
};
