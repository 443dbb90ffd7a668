import { callFile } from './callFile.ts';
import { rollUpCalls } from './rollUpCalls.ts';

/** A program of its own: rolls up a file of so many calls, made while it is read, and writes how much memory it took in MB. */
await rollUpCalls(callFile(Number(process.argv[2])));
process.stdout.write(String(Math.round(process.resourceUsage().maxRSS / 1024)));
