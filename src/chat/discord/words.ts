/** What the gateway itself says to a person; everything else they read comes from a command. */
export const words = {
  serversOnly: 'This works in servers only. Use it in a channel of a server that the bot is in.',
  moderatorsOnly: (command: string) =>
    `/${command} is for moderators. Ask someone with the Manage Server permission to run it.`,
  oldButton: 'This button is of another release of the bot. Use the command that it stands for: type / to see them.',
  unknownCommand: (command: string) =>
    `This bot has no command /${command} any more. Discord still shows its old list: reload Discord and try again.`,
};
