# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later

# What can follow in heedctl(1).

# Whether the command is one of these.
function __heedctl_is
    set -l words (commandline -opc)
    contains -- "$words[2]" $argv
end

# Whether one of these follows it.
function __heedctl_has
    set -l words (commandline -opc)
    for word in $words[3..-1]
        contains -- $word $argv; and return
    end
    return 1
end

function __heedctl_keys
    heedctl policy show 2>/dev/null | cut -d ' ' -f 1
end

complete -c heedctl -f
complete -c heedctl -n __fish_use_subcommand -l help -d 'List the commands'
complete -c heedctl -n __fish_use_subcommand -l version -d 'Print the version'
complete -c heedctl -n __fish_use_subcommand -a audit -d 'Show the audit records, and verify that none was changed'
complete -c heedctl -n __fish_use_subcommand -a check -d 'Review recipients without sending anything'
complete -c heedctl -n __fish_use_subcommand -a demo -d 'Show the window on a sample message'
complete -c heedctl -n __fish_use_subcommand -a history -d 'Show, erase, export and import what is remembered'
complete -c heedctl -n __fish_use_subcommand -a policy -d 'Check policy files, and say where each key comes from'
complete -c heedctl -n __fish_use_subcommand -a simulate -d 'Say how many windows a policy would have opened'
complete -c heedctl -n __fish_use_subcommand -a status -d 'Say how the service and its history are'

complete -c heedctl -n 'not __fish_use_subcommand' -l help -d 'Show the options'
complete -c heedctl -n 'not __fish_use_subcommand' -l format -x -a 'text json' -d 'How to print'
complete -c heedctl -n '__heedctl_is check policy simulate' -l policy -r -F -d 'A policy file'

complete -c heedctl -n '__heedctl_is check' -l known -r -F -d 'Whom you write to'
complete -c heedctl -n '__heedctl_is check' -l sender -x -d 'Who sends the message'
complete -c heedctl -n '__heedctl_is check' -l each -d 'Every mailbox is a message of its own'

complete -c heedctl -n '__heedctl_is history' -l person -x -d 'This person'
complete -c heedctl -n '__heedctl_is history' -l domain -x -d 'This domain'
complete -c heedctl -n '__heedctl_is history' -l older-than -x -d 'Longer ago than so many days'
complete -c heedctl -n '__heedctl_is history' -l all -d 'Forget everything'
complete -c heedctl -n '__heedctl_is history' -l address-books -d 'Import those of the desktop'
complete -c heedctl -n '__heedctl_is history' -l reason -x -d 'Why it is right'
complete -c heedctl -n '__heedctl_is history' -l weeks -d 'Only how many answers each week had'
complete -c heedctl -n '__heedctl_is history; and not __heedctl_has list search forget export import trust untrust' \
    -a 'list search forget export import trust untrust'
complete -c heedctl -n '__heedctl_is history; and __heedctl_has import' -F

complete -c heedctl -n '__heedctl_is policy; and not __heedctl_has check show explain' -a 'check show explain'
complete -c heedctl -n '__heedctl_is policy; and __heedctl_has check' -F
complete -c heedctl -n '__heedctl_is policy; and __heedctl_has explain' -a '(__heedctl_keys)'

complete -c heedctl -n '__heedctl_is audit; and not __heedctl_has verify' -a verify -d 'Name the first record that was changed'
complete -c heedctl -n '__heedctl_is audit simulate' -l days -x -d 'Of how many days'
