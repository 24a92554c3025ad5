'use strict';

// An expression in the YAML file would be parsed anew on each tick.
exports.pollsB = (vars) => vars.tick % 10 === vars.tickOfB;
