"""System calls by name, with their numbers on x86_64 and aarch64, sorted by what a program may do with them.

An entry reads ``name=x86_64/aarch64``; "-" says that the machine has no such call.
"""

from __future__ import annotations

from collections.abc import Mapping

FREE = """
    read=0/63 write=1/64 readv=19/65 writev=20/66 pread64=17/67 pwrite64=18/68 preadv=295/69 pwritev=296/70
    preadv2=327/286 pwritev2=328/287 lseek=8/62 close=3/57 close_range=436/436 fstat=5/80 stat=4/- lstat=6/-
    newfstatat=262/79 statx=332/291 getdents=78/- getdents64=217/61 getcwd=79/17 umask=95/166
    fadvise64=221/223 sync_file_range=277/84 dup=32/23 dup2=33/- dup3=292/24 pipe=22/- pipe2=293/59 poll=7/-
    ppoll=271/73 select=23/- pselect6=270/72 epoll_create=213/- epoll_create1=291/20 epoll_ctl=233/21
    epoll_wait=232/- epoll_pwait=281/22 epoll_pwait2=441/441 eventfd2=290/19 eventfd=284/- mmap=9/222
    mprotect=10/226 munmap=11/215 mremap=25/216 brk=12/214 msync=26/227 mincore=27/232 futex=202/98
    futex_waitv=449/449 set_robust_list=273/99 get_robust_list=274/100 rseq=334/293 membarrier=324/283
    set_tid_address=218/96 sched_yield=24/124 sched_getaffinity=204/123 sched_getparam=143/121
    sched_getscheduler=145/120 sched_get_priority_max=146/125 sched_get_priority_min=147/126
    getpriority=140/141 getcpu=309/168 exit=60/93 exit_group=231/94 restart_syscall=219/128
    rt_sigaction=13/134 rt_sigprocmask=14/135 rt_sigreturn=15/139 rt_sigpending=127/136
    rt_sigtimedwait=128/137 rt_sigsuspend=130/133 sigaltstack=131/132 pause=34/- nanosleep=35/101
    clock_nanosleep=230/115 clock_gettime=228/113 clock_getres=229/114 gettimeofday=96/169 time=201/-
    times=100/153 getitimer=36/102 setitimer=38/103 alarm=37/- timer_create=222/107 timer_settime=223/110
    timer_gettime=224/108 timer_delete=226/111 timer_getoverrun=225/109 timerfd_create=283/85
    timerfd_settime=286/86 timerfd_gettime=287/87 getrusage=98/165 getrlimit=97/163 getpid=39/172
    getppid=110/173 gettid=186/178 getuid=102/174 geteuid=107/175 getgid=104/176 getegid=108/177
    getresuid=118/148 getresgid=120/150 getgroups=115/158 getpgid=121/155 getpgrp=111/- getsid=124/156
    capget=125/90 uname=63/160 sysinfo=99/179 getrandom=318/278
"""
"""Free to every program: reading, waiting, memory, threads, time, and what it may know of itself."""

CHECKED = """
    madvise=28/233 open=2/- openat=257/56 openat2=437/437 clone=56/220 clone3=435/435 kill=62/129
    tgkill=234/131 prlimit64=302/261 prctl=157/167 fcntl=72/25 ioctl=16/29
"""
"""Free with some arguments only; ``filter.py`` says which."""

TRIPWIRES = """
    ptrace=101/117 process_vm_readv=310/270 process_vm_writev=311/271 process_madvise=440/440
    process_mrelease=448/448 kcmp=312/272 pidfd_open=434/434 pidfd_getfd=438/438 pidfd_send_signal=424/424
    mount=165/40 umount2=166/39 pivot_root=155/41 chroot=161/51 setns=308/268 unshare=272/97 fsopen=430/430
    fsconfig=431/431 fsmount=432/432 fspick=433/433 move_mount=429/429 open_tree=428/428
    mount_setattr=442/442 bpf=321/280 perf_event_open=298/241 userfaultfd=323/282 io_uring_setup=425/425
    io_uring_enter=426/426 io_uring_register=427/427 add_key=248/217 request_key=249/218 keyctl=250/219
    init_module=175/105 finit_module=313/273 delete_module=176/106 kexec_load=246/104
    kexec_file_load=320/294 reboot=169/142 swapon=167/224 swapoff=168/225 open_by_handle_at=304/265
    name_to_handle_at=303/264 acct=163/89 quotactl=179/60 quotactl_fd=443/443 syslog=103/116
    settimeofday=164/170 clock_settime=227/112 clock_adjtime=305/266 adjtimex=159/171 iopl=172/-
    ioperm=173/- modify_ldt=154/- personality=135/92 lookup_dcookie=212/18 nfsservctl=180/42 vhangup=153/58
    uselib=134/- ustat=136/- sysfs=139/- setdomainname=171/162 sethostname=170/161 seccomp=317/277
    fanotify_init=300/262 fanotify_mark=301/263 memfd_secret=447/447 create_module=174/-
    get_kernel_syms=177/- query_module=178/-
"""
"""No homework makes these by accident: whoever does is killed."""

OUTSIDE = """
    socket=41/198 socketpair=53/199 connect=42/203 bind=49/200 listen=50/201 accept=43/202 accept4=288/242
    execve=59/221 execveat=322/281
"""
"""What even the server never does once it runs: reach out, or become another program."""

MACHINES = ("x86_64", "aarch64")


def numbers(entries: str, machine: str) -> Mapping[str, int]:
    """Return the numbers of the calls that a machine has, by name.

    Raises:
        ValueError: the machine is none of ``MACHINES``.
    """
    if machine not in MACHINES:
        raise ValueError(f"no table of system calls for {machine}")
    place = MACHINES.index(machine)
    found = {}
    for entry in entries.split():
        name, _, columns = entry.partition("=")
        number = columns.split("/")[place]
        if number != "-":
            found[name] = int(number)
    return found
