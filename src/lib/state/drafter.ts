import { base } from '$app/paths';
import type { Drafted } from '#lib/domain/drafting/types.ts';
import type { DraftReply, DraftRequest } from '#lib/workers/draft-worker.ts';
import { ownWorkerUrl } from './script-url.ts';

/** Why nothing was drafted: the drafter is not on this device yet, or it broke off. */
export type DrafterFailure = 'absent' | 'broken';

/** Who waits for drafts. */
export interface DraftListener {
	/** How many of the paragraphs are done. */
	onprogress: (done: number, of: number) => void;
	ondone: (drafted: Drafted) => void;
	onfailed: (failure: DrafterFailure) => void;
}

/** Drafts questions of a text, and gives back how to stop it. */
export type Drafter = (request: DraftRequest, listener: DraftListener) => () => void;

/** Drafts in a worker of its own, which is fetched with the first use and ends with the last draft. */
export const draftInWorker: Drafter = (request, listener) => {
	let worker: Worker | undefined;
	let isOver = false;
	let isHere = false;
	const stop = () => {
		isOver = true;
		worker?.terminate();
	};
	const fail = () => {
		if (isOver) return;
		stop();
		listener.onfailed(isHere ? 'broken' : 'absent');
	};
	const hear = ({ data }: MessageEvent<DraftReply>) => {
		if (isOver) return;
		isHere = true;
		if (data.type === 'progress') listener.onprogress(data.done, data.of);
		if (data.type !== 'drafted') return;
		stop();
		listener.ondone(data.drafted);
	};
	const begin = async () => {
		const { default: url } = await import('#lib/workers/draft-worker.ts?worker&url');
		if (isOver) return;
		worker = new Worker(ownWorkerUrl(url, base), { type: 'module' });
		worker.onmessage = hear;
		worker.onmessageerror = fail;
		worker.onerror = fail;
		worker.postMessage(request);
	};
	begin().catch(fail);
	return stop;
};
