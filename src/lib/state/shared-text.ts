/** Where the service worker puts what another app shares, until the page takes it. */
const STASH = 'recount-shared';

/** What another app shared: words, or a file. */
export interface SharedText {
	text: string;
	/** An address that came along; nothing is fetched from it. */
	url: string;
	file?: File;
}

const words = (form: FormData, name: string) => {
	const value = form.get(name);
	return typeof value === 'string' ? value.trim() : '';
};

async function formIn(response: Response | undefined): Promise<FormData | undefined> {
	try {
		return await response?.formData();
	} catch {
		return undefined;
	}
}

/** The last text that was shared and waits to be taken; `forget` takes all that wait away. */
export async function sharedText(): Promise<
	{ shared: SharedText | undefined; forget: () => Promise<void> } | undefined
> {
	if (!('caches' in globalThis) || !(await caches.has(STASH))) return undefined;
	const stash = await caches.open(STASH);
	const last = (await stash.keys()).at(-1);
	if (!last) return undefined;
	const form = await formIn(await stash.match(last));
	const forget = async () => void (await caches.delete(STASH));
	return { shared: form && sharedIn(form), forget };
}

function sharedIn(form: FormData): SharedText {
	const file = form.getAll('report').find((part) => part instanceof File && part.size > 0);
	const text = words(form, 'text');
	// Some apps put the address into the text.
	const isAddress = /^https?:\/\/\S+$/.test(text);
	return {
		text: isAddress ? '' : text,
		url: isAddress ? text : words(form, 'url'),
		...(file instanceof File && { file })
	};
}
