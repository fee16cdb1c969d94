"""What a shell runs at its start so that it asks thidua what may come next."""

BASH = """\
_thidua() {
    local IFS=$'\\n'
    COMPREPLY=($(thidua completion words -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _thidua thidua
"""
ZSH = """\
_thidua() {
    local -a found
    found=("${(@f)$(thidua completion words -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")
    if [[ -n "$found" ]]; then compadd -a found; else _files; fi
}
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
compdef _thidua thidua
"""
POWERSHELL = """\
Register-ArgumentCompleter -Native -CommandName thidua -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $typed = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" })
    # PowerShell 5 drops an empty word on the way to a program.
    $next = if ($wordToComplete) { @() } else { @('--next') }
    & thidua completion words @next -- @typed 2>$null | ForEach-Object {
        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
    }
}
"""

SCRIPTS = {"bash": BASH, "zsh": ZSH, "powershell": POWERSHELL}
