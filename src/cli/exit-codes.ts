/** Could not run: bad usage, bad input, an error of ours. Node's own code for a crash is 1, which here means "found something". */
export const couldNotRun = 2;
