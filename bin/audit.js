#!/usr/bin/env node
import { main, processIo } from '../dist/cli.js';

// Setting the code and not calling process.exit() lets a slow reader of stdout get everything.
process.exitCode = await main(process.argv.slice(2), processIo());
