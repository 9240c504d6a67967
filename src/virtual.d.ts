declare module 'virtual:recount-bank' {
	/** Address of the compiled bank. */
	const url: string;
	export default url;
}
