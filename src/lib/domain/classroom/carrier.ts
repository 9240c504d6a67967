import type { AssignmentMode } from './types.ts';

/** A QR code of more bytes is not safely read from a wall. */
const MOST_PROJECTED_BYTES = 300;
/** Longer links do not pass everywhere. */
const SAFE_LINK = 2000;
/** Longer links do not pass chat apps. */
const LONGEST_LINK = 8000;

/** What an assignment would come to by each way. */
interface CarrierChoice {
	mode: AssignmentMode;
	/** Letters of the whole link, with the questions in it. */
	linkLength: number;
	/** Bytes of the QR code of ids; absent where a question is not of the shipped bank. */
	idBytes?: number;
}

/** Why there is no QR code of ids. */
type NoQr = 'test-needs-words' | 'own-questions' | 'too-many-for-qr';
/** Why it is what it is; `link-long`: some apps cut such links off. */
type Why = 'qr-fits' | 'link-safe' | 'link-long' | 'link-too-long';

/** How an assignment is best handed out, and why, first what is best left out. */
export interface Carrier {
	carrier: 'qr' | 'link' | 'file';
	why: (NoQr | Why)[];
}

function whyNoQr({ mode, idBytes }: CarrierChoice): NoQr | undefined {
	if (mode === 'test') return 'test-needs-words';
	if (idBytes === undefined) return 'own-questions';
	return idBytes > MOST_PROJECTED_BYTES ? 'too-many-for-qr' : undefined;
}

/** Chooses how to hand an assignment out by its size: QR code of ids, link, or file. */
export function chooseCarrier(choice: CarrierChoice): Carrier {
	const noQr = whyNoQr(choice);
	if (noQr === undefined) return { carrier: 'qr', why: ['qr-fits'] };
	if (choice.linkLength <= SAFE_LINK) return { carrier: 'link', why: [noQr, 'link-safe'] };
	return choice.linkLength <= LONGEST_LINK
		? { carrier: 'link', why: [noQr, 'link-long'] }
		: { carrier: 'file', why: [noQr, 'link-too-long'] };
}
