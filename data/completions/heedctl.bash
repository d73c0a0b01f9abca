# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash

# What can follow in heedctl(1).

# Prints the words that can stand in a place: those of the command, by how many words it has already.
_heedctl_words() {
    local command=$1 first=$2
    case $command:$first in
        audit:) echo verify ;;
        history:) echo list search forget export import trust untrust ;;
        policy:) echo check show explain ;;
        policy:explain) heedctl policy show 2>/dev/null | cut -d ' ' -f 1 ;;
    esac
}

_heedctl_options() {
    case $1 in
        audit) echo --days= --format= ;;
        check) echo --format= --known= --policy= --sender= --each ;;
        demo | status) echo --format= ;;
        history) echo --person= --domain= --older-than= --all --format= --address-books --reason= --weeks ;;
        policy) echo --format= --policy= ;;
        simulate) echo --policy= --days= --format= ;;
    esac
}

_heedctl() {
    local current=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]} first="" i
    COMPREPLY=()
    # The shell takes --format=json for three words.
    if [[ $current == = ]]; then
        current=""
    elif [[ $option == = ]]; then
        option=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    for ((i = 2; i < COMP_CWORD; i++)); do
        if [[ ${COMP_WORDS[i]} != -* && ${COMP_WORDS[i]} != = && ${COMP_WORDS[i - 1]} != = && -z $first ]]; then
            first=${COMP_WORDS[i]}
        fi
    done
    if ((COMP_CWORD == 1)); then
        mapfile -t COMPREPLY < <(compgen -W "audit check demo history policy simulate status --help --version" -- "$current")
    elif [[ $option == --format ]]; then
        mapfile -t COMPREPLY < <(compgen -W "text json" -- "$current")
    elif [[ $option == --known || $option == --policy || "$command $first" == "policy check" ||
            "$command $first" == "history import" ]] && [[ $current != -* ]]; then
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
    elif [[ $current == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$(_heedctl_options "$command") --help" -- "$current")
        if [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *= ]]; then
            compopt -o nospace 2>/dev/null
        fi
    else
        mapfile -t COMPREPLY < <(compgen -W "$(_heedctl_words "$command" "$first")" -- "$current")
    fi
}

complete -F _heedctl heedctl
