'use strict';

const { TICKS, LIMIT_SECONDS } = process.env;
const end = Date.now() + LIMIT_SECONDS * 1000;

// An expression in the YAML file would be parsed anew on each tick.
exports.pollsB = (vars) => vars.tick % 10 === vars.tickOfB;

// A loop with a count would go on for as long as a busy machine needs for all its ticks.
exports.hasTicks = (context, done) => done(context.vars.tick < TICKS && Date.now() < end);
