package fleetpoll.study;

/**
 * What a client's process has used until its load was over.
 *
 * @param userSeconds processor time in user mode
 * @param sysSeconds processor time in the kernel
 * @param peakRssBytes highest sample of its resident memory
 * @param serverCpuSeconds processor time of the target's process meanwhile; null where it is not
 *     known
 */
record Usage(double userSeconds, double sysSeconds, long peakRssBytes, Double serverCpuSeconds) {}
